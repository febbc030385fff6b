package huisheng;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyDependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The map of the README as a test: which package may use which. Changing it needs a reason in the commit. */
class ArchitectureTest {
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("huisheng");

    /** Package → the packages that it may use besides itself and {@code json}. */
    private static final Map<String, Set<String>> MAP = new LinkedHashMap<>();

    static {
        MAP.put("review", Set.of());
        MAP.put("json", Set.of("review"));
        MAP.put("channel", Set.of("review"));
        MAP.put("privacy", Set.of("review"));
        MAP.put("analysis", Set.of("review"));
        MAP.put("learning", Set.of("review", "analysis"));
        MAP.put("store", Set.of("review"));
        MAP.put("index", Set.of("review"));
        MAP.put("alert", Set.of("review", "store", "index", "insight"));
        MAP.put("ticket", Set.of("review", "store", "insight"));
        MAP.put("access", Set.of("review", "store"));
        MAP.put("ingest", Set.of("review", "channel", "privacy", "analysis", "store", "index", "alert"));
        MAP.put("insight", Set.of("review", "store", "index"));
        MAP.put("demo", Set.of("review"));
        MAP.put(
                "bench",
                Set.of("review", "privacy", "analysis", "store", "index", "alert", "insight", "demo", "ingest"));
        MAP.put(
                "http",
                Set.of(
                        "review",
                        "channel",
                        "privacy",
                        "analysis",
                        "store",
                        "index",
                        "alert",
                        "ticket",
                        "access",
                        "ingest",
                        "insight"));
    }

    /** Where a library may be named, and nowhere else. */
    private static final Map<String, List<String>> HOMES = Map.of(
            "org.apache.lucene..", List.of("huisheng.index.."),
            "com.hankcs..", List.of("huisheng.analysis..", "huisheng.learning.."),
            "edu.stanford..", List.of("huisheng.analysis..", "huisheng.learning.."),
            "io.vertx.pgclient..", List.of("huisheng.store.."),
            "io.vertx.sqlclient..", List.of("huisheng.store.."),
            "java.sql..", List.of("huisheng.store.."),
            "javax.sql..", List.of("huisheng.store.."),
            "org.postgresql..", List.of("huisheng.store.."),
            "org.flywaydb..", List.of("huisheng.store.."),
            "io.zonky..", List.of("huisheng.store.."));

    @TestFactory
    Stream<DynamicTest> packages_useOnlyWhatTheMapAllows() {
        return MAP.entrySet().stream().map(entry -> test(entry.getKey(), mapRule(entry.getKey(), entry.getValue())));
    }

    @TestFactory
    Stream<DynamicTest> libraries_stayInTheirPackages() {
        return HOMES.entrySet().stream().map(entry -> test(entry.getKey(), homeRule(entry.getKey(), entry.getValue())));
    }

    @Test
    void packages_areAllOnTheMap() {
        Set<String> found = MAIN.stream()
                .map(type -> type.getPackageName().split("\\."))
                .filter(parts -> parts.length > 1)
                .map(parts -> parts[1])
                .collect(Collectors.toSet());
        assertThat(found)
                .isSubsetOf(
                        Stream.concat(MAP.keySet().stream(), Stream.of("cli")).toList());
    }

    @Test
    void nouns_useOnlyTheJdkAndAnnotations() {
        classes()
                .that()
                .resideInAPackage("huisheng.review..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "huisheng.review..", "java..", "org.jspecify..", "com.google.errorprone.annotations..")
                .check(MAIN);
    }

    @Test
    void http_leavesTheInsidesOfAnalysisAlone() {
        noClasses()
                .that()
                .resideInAPackage("huisheng.http..")
                .should()
                .dependOnClassesThat(resideInAPackage("huisheng.analysis.*.."))
                .allowEmptyShould(true)
                .check(MAIN);
    }

    @Test
    void standardOutput_isLeftToTheCommandLine() {
        noClasses()
                .that(resideOutsideOf("huisheng.cli.."))
                .should()
                .accessField(System.class, "out")
                .check(MAIN);
    }

    @Test
    void threads_neverSleep() {
        noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", java.time.Duration.class)
                .orShould(callAnyMethodNamed("sleep", "java.util.concurrent.TimeUnit"))
                .check(MAIN);
    }

    @Test
    void futures_areAwaitedOnlyByTheCommandLineAndMain() {
        noClasses()
                .that(resideOutsideOf("huisheng", "huisheng.cli.."))
                .should(callAnyMethodNamed("await", "io.vertx.core.Future"))
                .check(MAIN);
    }

    /** Else an answer could leave before the call is on record. The others are of endpoints that put nothing on record. */
    @Test
    void answers_leaveThroughCalls() {
        noClasses()
                .that()
                .resideInAPackage("huisheng.http")
                .and()
                .doNotHaveSimpleName("Calls")
                .and()
                .doNotHaveSimpleName("ErrorMapper")
                .and()
                .doNotHaveSimpleName("ResultLog")
                .and()
                .doNotHaveSimpleName("Told")
                .and()
                .doNotHaveSimpleName("OperationRoutes")
                .and()
                .doNotHaveSimpleName("PageRoutes")
                .and()
                .doNotHaveSimpleName("Subscriber")
                .should(callAnyMethodNamed("end", "io.vertx.core.http.HttpServerResponse"))
                .orShould(callAnyMethodNamed("send", "io.vertx.core.http.HttpServerResponse"))
                .check(MAIN);
    }

    private static ArchRule mapRule(String name, Set<String> uses) {
        String[] allowed = Stream.concat(Stream.of(name, "json"), uses.stream())
                .map(ArchitectureTest::tree)
                .toArray(String[]::new);
        DescribedPredicate<JavaClass> ours = resideInAPackage("huisheng..");
        return classes()
                .that()
                .resideInAPackage(tree(name))
                .should(onlyDependOnClassesThat(DescribedPredicate.not(ours).or(resideInAnyPackage(allowed)))
                        .as("use only %s", uses))
                .allowEmptyShould(true);
    }

    private static ArchRule homeRule(String library, List<String> homes) {
        return noClasses()
                .that(resideOutsideOf(homes.toArray(String[]::new)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .allowEmptyShould(true);
    }

    private static DynamicTest test(String name, ArchRule rule) {
        return DynamicTest.dynamicTest(name, () -> rule.check(MAIN));
    }

    private static DescribedPredicate<JavaClass> resideOutsideOf(String... packages) {
        return DescribedPredicate.not(resideInAnyPackage(packages));
    }

    private static String tree(String name) {
        return "huisheng." + name + "..";
    }

    private static ArchCondition<JavaClass> callAnyMethodNamed(String method, String owner) {
        return new ArchCondition<>("call " + owner + "." + method) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                    boolean calls = access.getName().equals(method)
                            && access.getTargetOwner().isAssignableTo(owner);
                    if (calls) events.add(SimpleConditionEvent.satisfied(type, access.getDescription()));
                }
            }
        };
    }
}
