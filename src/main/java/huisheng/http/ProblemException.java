package huisheng.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A refusal that is told to the caller. Its message is for developers; the caller's comes from the bundles. */
final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ProblemType type;
    private final transient List<Object> arguments;
    private final transient Map<String, Object> members;

    private ProblemException(ProblemType type, List<Object> arguments, Map<String, Object> members) {
        // refusals are frequent and their stack says nothing
        super(type.slug(), null, false, false);
        this.type = type;
        this.arguments = arguments;
        this.members = members;
    }

    /** @param arguments of the detail: texts, numbers, or a {@link Phrase} */
    static ProblemException of(ProblemType type, Object... arguments) {
        return new ProblemException(type, List.of(arguments), Map.of());
    }

    static ProblemException parameter(String name, String key, Object... arguments) {
        return of(ProblemType.BAD_PARAMETER, name, Phrase.of("parameter." + key, arguments))
                .with("parameter", name);
    }

    /** @param pointer to what is wrong in the JSON of the body */
    static ProblemException value(String pointer, String key, Object... arguments) {
        return of(ProblemType.BAD_BODY, pointer, Phrase.of("parameter." + key, arguments))
                .with("pointer", pointer);
    }

    /** The same with one more member in the problem document. */
    ProblemException with(String member, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new ProblemException(type, arguments, more);
    }

    ProblemType type() {
        return type;
    }

    List<Object> arguments() {
        return arguments;
    }

    Map<String, Object> members() {
        return members;
    }
}
