package huisheng.analysis.deep;

import java.util.Locale;
import java.util.Properties;

/** The models of one language, and the Maven profile that brings them. */
enum DeepModel {
    ENGLISH("corenlp-english", "edu/stanford/nlp/models/ner/english.all.3class.distsim.crf.ser.gz") {
        @Override
        Properties properties() {
            Properties properties = new Properties();
            properties.setProperty("annotators", "tokenize,pos,lemma,ner,parse,sentiment");
            properties.setProperty("ner.model", "edu/stanford/nlp/models/ner/english.all.3class.distsim.crf.ser.gz");
            properties.setProperty("ner.useSUTime", "false");
            properties.setProperty("parse.model", "edu/stanford/nlp/models/lexparser/englishPCFG.ser.gz");
            properties.setProperty("parse.binaryTrees", "true");
            // a sentence of more words takes seconds to parse and tells nothing more
            properties.setProperty("parse.maxlen", "60");
            return properties;
        }
    },
    CHINESE("corenlp-chinese", "edu/stanford/nlp/models/ner/chinese.misc.distsim.crf.ser.gz") {
        @Override
        Properties properties() {
            Properties properties = new Properties();
            String segmenter = "edu/stanford/nlp/models/segmenter/chinese";
            properties.setProperty("annotators", "tokenize,pos,lemma,ner");
            properties.setProperty("tokenize.language", "zh");
            properties.setProperty("segment.model", segmenter + "/ctb.small.gz");
            properties.setProperty("segment.sighanCorporaDict", segmenter);
            properties.setProperty("segment.serDictionary", segmenter + "/dict-chris6.ser.gz");
            properties.setProperty("segment.sighanPostProcessing", "true");
            properties.setProperty("ssplit.boundaryTokenRegex", "[.。]|[!?！？]+");
            properties.setProperty("pos.model", "edu/stanford/nlp/models/pos-tagger/chinese-distsim.tagger");
            properties.setProperty("ner.language", "chinese");
            properties.setProperty("ner.model", "edu/stanford/nlp/models/ner/chinese.misc.distsim.crf.ser.gz");
            properties.setProperty("ner.useSUTime", "false");
            return properties;
        }
    };

    private final String profile;
    private final String file;

    /** @param file a resource that is there where the models are */
    DeepModel(String profile, String file) {
        this.profile = profile;
        this.file = file;
    }

    /** What CoreNLP is set to, all names and no numbers. */
    abstract Properties properties();

    final Properties settings() {
        Properties properties = properties();
        properties.setProperty("ner.applyNumericClassifiers", "false");
        properties.setProperty("ner.applyFineGrained", "false");
        properties.setProperty("ner.buildEntityMentions", "true");
        properties.setProperty("threads", "1");
        return properties;
    }

    boolean isThere() {
        return DeepModel.class.getClassLoader().getResource(file) != null;
    }

    String profile() {
        return profile;
    }

    String language() {
        return name().toLowerCase(Locale.ROOT).equals("english") ? "en" : "zh";
    }
}
