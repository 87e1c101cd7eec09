package downhill.ui.robot;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.ui.fx.FxTest;
import downhill.ui.i18n.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a person does with the window, in whatever order, what must hold holds. A fault that was found stays as a script. */
class RandomUseTest extends FxTest {
    private static final Path KEPT = Path.of("src/test/resources/robot");
    private static final long SHRINKING_NANOS = TimeUnit.SECONDS.toNanos(Long.getLong("robot.shrink", 120));
    private static final int QUICK = 15;
    private static final int LONG = Integer.getInteger("robot.things", 209);
    private static final int ROUNDS = Integer.getInteger("robot.rounds", Whims.SIZES.size() * Language.values().length);
    private static final int FROM = Integer.getInteger("robot.from", 0);
    private static final long SEED = Long.getLong("robot.seed", 1);

    static Stream<Path> kept() throws IOException {
        return Files.list(KEPT).sorted();
    }

    @ParameterizedTest
    @MethodSource("kept")
    void whatWasFoundStaysMended(Path script) {
        Play again = Play.of(Script.read(script));
        assertThat(again.faults()).as(again.report()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Start.class)
    void aLittleOfEverything(Start start) {
        Play play = Play.random(begin(start, start.ordinal()), SEED + start.ordinal(), QUICK, Set.of());
        assertThat(play.faults()).as(play.faults().isEmpty() ? "" : play.report() + shorter(play)).isEmpty();
    }

    /** Eight starts, three sizes, two languages: ten thousand things, and all faults found with a script for each. */
    @Test
    @Tag("soak")
    void tenThousandThings() {
        Map<String, String> found = new TreeMap<>();
        Footprint first = null;
        for (int round = FROM; round < FROM + ROUNDS; round++) {
            for (Start start : Start.values()) {
                many(begin(start, round), SEED + round, found);
            }
            Footprint now = Footprint.now();
            System.err.println("round " + round + ": " + now);
            first = first == null ? now : first;
            now.assertNotAbove(first);
        }
        assertThat(found.values()).as(String.join("\n\n", found.values())).isEmpty();
    }

    private static void many(Script begin, long seed, Map<String, String> found) {
        int left = LONG;
        for (int again = 0; left > 0; again++) {
            Play play = Play.random(begin, seed + again * 1000, left, found.keySet());
            left -= Math.max(1, play.script().deeds().size());
            if (!play.faults().isEmpty()) {
                String words = play.report() + shorter(play);
                System.err.println(words);
                play.faults().forEach(fault -> found.put(fault.kind(), words));
            }
        }
    }

    private static Script begin(Start start, int round) {
        int[] size = Whims.SIZES.get(round % Whims.SIZES.size());
        return new Script(start, size[0], size[1], Language.values()[round % Language.values().length], List.of());
    }

    /** The shortest script found that gives the same kind of fault. */
    private static String shorter(Play play) {
        long end = System.nanoTime() + SHRINKING_NANOS;
        List<String> kinds = play.faults().stream().map(Fault::kind).toList();
        Script whole = play.script();
        List<Deed> few = Shorter.of(whole.deeds(), some -> Play.of(whole.with(some)).faults().stream()
                .anyMatch(fault -> kinds.contains(fault.kind())),
                () -> System.nanoTime() < end);
        return "\n\nShorter:\n" + whole.with(few).text();
    }
}
