package downhill.store;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.Progress;
import downhill.engine.Precision;
import downhill.lesson.Lesson;
import downhill.lesson.LessonTrial;
import downhill.lesson.Step;
import downhill.lesson.text.Passage;
import downhill.lesson.text.LessonText;
import downhill.lesson.text.StepText;
import downhill.optim.Penalty;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import downhill.optim.RuleParser;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every lesson that comes with the program does what it says: run step by step, in both languages. */
class BundledLessonsTest {
    /** Those that take longer than a second where nothing else runs. */
    private static final Set<String> LONG = Set.of("edge-of-stability", "critical-batch", "lottery-ticket", "mode-connectivity",
            "rate-transfer");
    private static final int NUDGES = 3;

    static Stream<String> ids() {
        return LessonLibrary.ids().stream();
    }

    static Stream<String> quick() {
        return ids().filter(id -> !LONG.contains(id));
    }

    static Stream<String> slow() {
        return ids().filter(LONG::contains);
    }

    @Tag("soak")
    @ParameterizedTest
    @MethodSource("slow")
    void everyStepOfTheLongOnesToo(String id) {
        everyStepIsAsDeclared(id);
    }

    @ParameterizedTest
    @MethodSource("quick")
    void everyStepIsAsDeclared(String id) {
        Lesson lesson = LessonLibrary.read(id).lesson();
        assertThat(lesson.id()).isEqualTo(id);
        assertThat(LessonTrial.run(lesson, Progress.NONE)).hasSameSizeAs(lesson.steps())
                .allSatisfy(found -> assertThat(found.faults()).as(found.step()).isEmpty());
    }

    /** Other processors round products otherwise: what is declared must not hang on the last bits. */
    @Tag("soak")
    @ParameterizedTest
    @MethodSource("quick")
    void everyStepIsAsDeclaredHoweverProductsAreRounded(String id) {
        Lesson lesson = LessonLibrary.read(id).lesson();
        for (int nudge = 1; nudge <= NUDGES; nudge++) {
            int strength = nudge;
            Map<String, Experiment> documents = new HashMap<>();
            lesson.documents().forEach((file, document) -> documents.put(file, nudged(document, strength)));
            Lesson other = new Lesson(lesson.id(), lesson.minutes(), lesson.sources(), lesson.steps(), lesson.texts(), documents);
            assertThat(LessonTrial.run(other, Progress.NONE))
                    .allSatisfy(found -> assertThat(found.faults()).as(found.step() + " nudged by " + strength).isEmpty());
        }
    }

    /** A penalty that moves each step by about as much as rounding does; the formula of a surface is computed alike everywhere. */
    private static Experiment nudged(Experiment document, int strength) {
        Penalty now = document.training().penalty();
        double least = strength * (document.precision() == Precision.FLOAT ? 1e-8 : 1e-16);
        return document.problem() instanceof Problem.Learning
                ? document.withTraining(document.training().withPenalty(new Penalty(now.l1(), now.l2() + least))) : document;
    }

    @ParameterizedTest
    @MethodSource("ids")
    void bothLanguagesSayTheSame(String id) {
        Lesson lesson = LessonLibrary.read(id).lesson();
        LessonText english = lesson.text("en");
        LessonText chinese = lesson.text("zh");
        assertThat(chinese.steps().keySet()).containsExactlyElementsOf(english.steps().keySet())
                .containsExactlyElementsOf(lesson.steps().stream().map(Step::id).toList());
        english.steps().forEach((step, words) -> {
            StepText other = chinese.steps().get(step);
            assertThat(other.parts().keySet().stream().filter(key -> !key.startsWith(Step.called("")))).as(step)
                    .containsExactlyInAnyOrderElementsOf(words.parts().keySet());
            assertThat(other.body()).as(step).hasSameSizeAs(words.body());
            assertThat(isChinese(Passage.words(other.body()) + other.parts().values().stream().map(Passage::words).toList())).as(step).isTrue();
            assertThat(isChinese(Passage.words(words.body()) + words.parts().values().stream().map(Passage::words).toList())).as(step).isFalse();
        });
    }

    /** Names of rules are translated by the window; a rule that is written in the lesson has the name that stands in its text. */
    @ParameterizedTest
    @MethodSource("ids")
    void contendersHaveChineseNames(String id) {
        Lesson lesson = LessonLibrary.read(id).lesson();
        lesson.openings().forEach(opening -> {
            Map<String, String> called = lesson.called(opening, "zh");
            assertThat(lesson.called(opening, "en")).as("as the document has them").isEmpty();
            assertThat(lesson.opened(opening).contenders()).as(opening.document())
                    .filteredOn(one -> one.name().matches(".*\\b[a-z]{2,}\\b.*|[A-Z][a-z]+ [0-9]+|All rows") && !isOfItsRule(one))
                    .allSatisfy(one -> assertThat(isChinese(called.getOrDefault(one.id(), ""))).as(one.name()).isTrue());
        });
    }

    private static boolean isOfItsRule(ContenderSpec one) {
        Rule rule = one.ruleText() == null ? RuleLibrary.complete().byId(one.ruleId()).orElseThrow() : RuleParser.parse(one.ruleText());
        return one.name().equals(rule.name());
    }

    @ParameterizedTest
    @MethodSource("ids")
    void itIsKnownWhereTheSameIsTaught(String id) {
        Lesson lesson = LessonLibrary.read(id).lesson();
        assertThat(lesson.sources().stream().map(Lesson.Source::course)).contains(LessonLibrary.phenomena().contains(id) ? "Paper" : "D2L");
        assertThat(lesson.sources()).allSatisfy(source -> assertThat(source.address()).startsWith("https://"));
        Set<String> asked = Set.copyOf(lesson.steps().stream().filter(step -> step.predict() != null || step.task() != null).map(Step::id)
                .toList());
        assertThat(asked).as("asks before it shows").hasSizeGreaterThan(lesson.steps().size() / 3);
    }

    private static boolean isChinese(String text) {
        return text.codePoints().anyMatch(Character::isIdeographic);
    }
}
