package huisheng.demo;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Writes the grammar's characters in their traditional form; enough for texts about liquor, no general converter. */
record Traditional(Map<Character, Character> forms) {
    /** Two lines of equal length: simplified characters, and their forms in the same order. */
    record Pairs(String simplified, String traditional) {}

    static Traditional read(Path folder) {
        Pairs pairs = Yaml.read(folder.resolve("traditional.yaml"), Pairs.class);
        if (pairs.simplified().length() != pairs.traditional().length()) {
            throw new IllegalArgumentException("traditional.yaml: the lines differ in length");
        }
        Map<Character, Character> forms = new HashMap<>();
        for (int i = 0; i < pairs.simplified().length(); i++) {
            forms.put(pairs.simplified().charAt(i), pairs.traditional().charAt(i));
        }
        return new Traditional(Map.copyOf(forms));
    }

    String write(String text) {
        StringBuilder out = new StringBuilder(text);
        for (int i = 0; i < out.length(); i++) {
            out.setCharAt(i, forms.getOrDefault(out.charAt(i), out.charAt(i)));
        }
        return out.toString();
    }
}
