package downhill.engine;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.words.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A choice that stands is kept whole or not at all; one of an unlucky moment is made again. */
class BlasMemoryTest {
    private static final Processor NEW = new Processor("GenuineIntel", "one",
            Set.of("avx2", "fma", "avx512f", "avx512cd", "avx512bw", "avx512dq", "avx512vl"));
    private static final Said FINE = Said.of("blas.agrees");
    private static final Instant BEGIN = Instant.parse("2026-03-29T00:30:00Z");

    @TempDir
    private Path home;
    private int trials;

    private BlasMemory at(Duration later) {
        return BlasMemory.of(home.resolve("cache"), Clock.fixed(BEGIN.plus(later), ZoneOffset.UTC));
    }

    private Path file() {
        return home.resolve("cache/openblas.properties");
    }

    /** One start: own kernels are old, and those that fit end in {@code verdict}. */
    private Optional<String> start(Duration later, Said verdict) {
        trials = 0;
        return at(later).choice(NEW, null, core -> {
            trials++;
            return core.length == 0 ? new BlasTrial("Prescott", FINE, true, ProductTimes.UNKNOWN)
                    : new BlasTrial(core[0], verdict, verdict.equals(FINE), ProductTimes.UNKNOWN);
        }).core();
    }

    @ParameterizedTest
    @ValueSource(strings = {"blas.ended", "blas.late", "blas.untried", "blas.interrupted"})
    void aTrialWithoutAnAnswerIsMadeAgainAtTheNextStart(String verdict) {
        assertThat(start(Duration.ZERO, Said.of(verdict, 1))).isEmpty();
        assertThat(start(Duration.ZERO, FINE)).contains("SkylakeX");
        assertThat(start(Duration.ZERO, Said.of(verdict, 1))).as("and what was found is kept").contains("SkylakeX");
        assertThat(trials).isZero();
    }

    /** Of OpenBLAS's own choice nothing is known then, not even whether others would be newer. */
    @Test
    void soIsOneOfTheOwnKernels() {
        BlasChoice first = at(Duration.ZERO).choice(NEW, null, core -> new BlasTrial("", Said.of("blas.ended", 1), false,
                ProductTimes.UNKNOWN));
        assertThat(first.core()).isEmpty();
        assertThat(start(Duration.ZERO, FINE)).contains("SkylakeX");
    }

    @ParameterizedTest
    @ValueSource(strings = {"blas.differs", "blas.illegal"})
    void anAnswerIsKept(String verdict) {
        assertThat(start(Duration.ZERO, Said.of(verdict))).isEmpty();
        assertThat(start(Duration.ofDays(400), FINE)).as("what does not compute right is not tried again").isEmpty();
        assertThat(trials).isZero();
    }

    @Test
    void whatNeverAnswersIsTriedOnceADayAfterThreeStarts() {
        Said ended = Said.of("blas.ended", 139);
        for (int i = 0; i < 3; i++) {
            start(Duration.ofMinutes(i), ended);
            assertThat(trials).isEqualTo(2);
        }
        start(Duration.ofMinutes(3), ended);
        assertThat(trials).isZero();
        start(Duration.ofHours(25), ended);
        assertThat(trials).isEqualTo(2);
        start(Duration.ofHours(26), FINE);
        assertThat(trials).isZero();
        assertThat(start(Duration.ofHours(-1), FINE)).as("a clock that was set back").contains("SkylakeX");
    }

    /** Another process has found out while this one waited for nothing. */
    @Test
    void whatOthersFoundOutMeanwhileIsTaken() {
        BlasChoice choice = at(Duration.ZERO).choice(NEW, null, core -> {
            if (core.length == 0) {
                start(Duration.ZERO, FINE);
            }
            return new BlasTrial(core.length == 0 ? "Prescott" : "", Said.of("blas.late"), false, ProductTimes.UNKNOWN);
        });
        assertThat(choice.core()).contains("SkylakeX");
        start(Duration.ZERO, FINE);
        assertThat(trials).isZero();
    }

    @Test
    void aChoiceIsReadAsItWasWrittenAndForItsKeyOnly() {
        BlasFile file = new BlasFile(file());
        Said reason = Said.of("blas.left", "Zen", Said.of("blas.ended", 134));
        write(file, reason);
        BlasChoice read = new BlasChoice(Optional.of("SkylakeX"), reason, FINE, Optional.empty());
        assertThat(file.read("one")).contains(new BlasFile.Entry(read, 2, BEGIN));
        assertThat(file.read("two")).isEmpty();
    }

    private static void write(BlasFile file, Said reason) {
        try {
            file.write("one", new BlasFile.Entry(new BlasChoice(Optional.of("SkylakeX"), reason, FINE, Optional.of(Said.plain("a line"))),
                    2, BEGIN));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Cut off anywhere, one letter changed, a line left out or added, of an earlier version, no text at all. */
    @Test
    void aFileThatIsNotWholeIsAsNone() throws IOException {
        BlasFile file = new BlasFile(file());
        write(file, Said.of("blas.better", "Prescott"));
        String whole = Files.readString(file()).replaceFirst("\\R$", "");
        for (int end = 0; end < whole.length(); end++) {
            Files.writeString(file(), whole.substring(0, end));
            assertThat(file.read("one")).as("%d letters", end).isEmpty();
        }
        List<String> lines = whole.lines().filter(line -> !line.startsWith("#")).toList();
        for (String line : lines) {
            Files.writeString(file(), whole.replace(line, line + "x"));
            assertThat(file.read("one")).as(line).isEmpty();
            Files.writeString(file(), whole.replace(line, ""));
            assertThat(file.read("one")).as(line).isEmpty();
        }
        for (String other : List.of("key=one\nreason.said=blas.own\ncheck.said=blas.ended\ncheck.said.0.text=1", whole + "\nfailed=0",
                "key=one\ncore=\\u00zz", "\0\0\0\0")) {
            Files.writeString(file(), other);
            assertThat(file.read("one")).as(other).isEmpty();
        }
        Files.write(file(), new byte[] {(byte) 0xff, (byte) 0xfe, 0, (byte) 0x80});
        assertThat(file.read("one")).isEmpty();
        Files.writeString(file(), whole);
        assertThat(file.read("one")).isPresent();
    }

    /** A folder stands where the file should, or a file where the folder should: it costs a trial at every start. */
    @Test
    void whereNothingCanBeKeptEveryStartTries() throws IOException {
        Files.createDirectories(file().resolve("in the way"));
        assertThat(start(Duration.ZERO, FINE)).contains("SkylakeX");
        assertThat(start(Duration.ZERO, FINE)).contains("SkylakeX");
        assertThat(trials).isEqualTo(2);
        assertThat(home.resolve("cache").toFile().list()).as("no half files").containsExactly("openblas.properties");
        Files.delete(file().resolve("in the way"));
        Files.delete(file());
        Files.delete(home.resolve("cache"));
        Files.writeString(home.resolve("cache"), "in the way");
        assertThat(start(Duration.ZERO, FINE)).contains("SkylakeX");
    }

    @Test
    void manyAtOnceReadOneThatIsWhole() throws Exception {
        BlasFile file = new BlasFile(file());
        write(file, Said.of("blas.own"));
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            Callable<Boolean> writing = () -> {
                IntStream.range(0, 60).forEach(i -> write(file, Said.of("blas.better", "x".repeat(i * 50))));
                return true;
            };
            Callable<Boolean> reading = () -> IntStream.range(0, 300).allMatch(i -> file.read("one").isPresent());
            for (var each : both.invokeAll(List.of(writing, writing, reading, reading))) {
                assertThat(each.get()).isTrue();
            }
        } finally {
            both.shutdownNow();
        }
        assertThat(home.resolve("cache").toFile().list()).containsExactly("openblas.properties");
    }
}
