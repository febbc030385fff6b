package huisheng.http;

import com.fasterxml.jackson.annotation.JsonCreator;
import huisheng.insight.ask.Wording;
import huisheng.ticket.Procedure;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A procedure to be put in force. */
record ProcedureRequest(
        Wording title,
        @Nullable List<String> types,
        List<Procedure.Step> steps,
        @Nullable Map<Procedure.Reader, Wording> texts) {
    private static final int MAX_STEPS = 50;
    private static final int MAX_TYPES = 20;
    private static final int MAX_MINUTES = 60 * 24 * 90;

    @JsonCreator
    @SuppressWarnings("NullAway") // what JSON leaves out arrives as null
    ProcedureRequest {
        if (title == null) throw ProblemException.value("/title", "missing");
        check("/title", title, Bodies.TITLE);
        if (steps == null || steps.isEmpty()) throw ProblemException.value("/steps", "missing");
        if (steps.size() > MAX_STEPS) throw ProblemException.value("/steps", "many", MAX_STEPS);
        for (int i = 0; i < steps.size(); i++) check("/steps/" + i, steps.get(i));
        if (types != null) {
            if (types.size() > MAX_TYPES) throw ProblemException.value("/types", "many", MAX_TYPES);
            types = types.stream().map(Bodies::type).toList();
        }
        if (texts != null) texts.forEach((reader, text) -> check("/texts/" + reader.label(), text, Bodies.TEXT));
    }

    private static void check(String pointer, Procedure.@Nullable Step step) {
        if (step == null || step.says() == null) throw ProblemException.value(pointer + "/says", "missing");
        check(pointer + "/says", step.says(), Bodies.TEXT);
        Integer minutes = step.minutes();
        if (minutes != null) Bodies.within(pointer + "/minutes", minutes, 0, MAX_MINUTES);
    }

    private static void check(String pointer, @Nullable Wording text, int longest) {
        if (text == null) throw ProblemException.value(pointer, "missing");
        Bodies.needed(pointer + "/zh", text.zh(), longest);
        Bodies.needed(pointer + "/en", text.en(), longest);
    }

    Procedure procedure() {
        return new Procedure(title, types == null ? List.of() : types, steps, texts == null ? Map.of() : texts);
    }
}
