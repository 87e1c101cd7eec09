package downhill.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import downhill.words.Said;
import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** OpenBLAS takes the kernels that the processor can run, also where it does not know the processor. */
class BlasChoiceTest {
    private static final String AVX512 = "sse4_2 avx avx2 fma avx512f avx512dq avx512cd avx512bw avx512vl";

    private static final Said FINE = Said.of("blas.agrees");

    private final List<String> tried = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "GenuineIntel, " + AVX512 + ", Prescott, SkylakeX",
        "GenuineIntel, " + AVX512 + ", Haswell, SkylakeX",
        "GenuineIntel, " + AVX512 + ", SkylakeX,",
        "GenuineIntel, " + AVX512 + ", Cooperlake,",
        "GenuineIntel, avx avx2 fma avx512f avx512cd, Prescott, Haswell",
        "GenuineIntel, avx avx2 fma, Nehalem, Haswell",
        "GenuineIntel, avx avx2 fma, Haswell,",
        "GenuineIntel, avx avx2, Sandybridge,",
        "GenuineIntel, sse4_2, Prescott,",
        "AuthenticAMD, " + AVX512 + ", Barcelona, Zen",
        "AuthenticAMD, " + AVX512 + ", Zen,",
        "HygonGenuine, avx avx2 fma, Barcelona, Zen",
        "AuthenticAMD, avx avx2 fma, Excavator,",
        "CentaurHauls, avx avx2 fma, Nano, Haswell",
        "GenuineIntel, " + AVX512 + ", Sapphirerapids,",
    })
    void theKernelsFollowTheFlagsWhereOpenBlasWouldTakeOlderOnes(String vendor, String flags, String own, String chosen) {
        BlasChoice choice = BlasChoice.decide(processor(vendor, flags), null, willing(own));
        assertThat(choice.core()).isEqualTo(Optional.ofNullable(chosen));
        assertThat(choice.warning()).isEmpty();
        assertThat(choice.check()).isEqualTo(FINE);
    }

    @Test
    void whatThePersonSetIsKept() {
        BlasChoice choice = BlasChoice.decide(processor("GenuineIntel", AVX512), "Nehalem", willing("Nehalem"));
        assertThat(choice.core()).isEmpty();
        assertThat(choice.reason()).hasToString("OPENBLAS_CORETYPE is set to Nehalem");
        assertThat(tried).as("nothing else is tried").containsExactly("");
    }

    @Test
    void kernelsThatComputeOtherNumbersOrCrashAreLeftAndThePersonIsTold() {
        for (Said verdict : List.of(Said.of("blas.differs"), Said.of("blas.ended", 132))) {
            BlasChoice choice = BlasChoice.decide(processor("GenuineIntel", AVX512), null, core -> core.length == 0
                    ? new BlasTrial("Prescott", FINE, true, ProductTimes.UNKNOWN)
                    : new BlasTrial("SkylakeX", verdict, false, ProductTimes.UNKNOWN));
            assertThat(choice.core()).isEmpty();
            assertThat(choice.check()).isEqualTo(FINE);
            assertThat(choice.reason().toString()).contains("SkylakeX would fit this processor").contains(verdict.toString());
            assertThat(choice.warning()).get().asString().contains("kernels for Prescott").contains(verdict.toString());
        }
    }

    /** AMD's processors with AVX-512 compute some of it in halves, some not: what is quicker is measured. */
    @ParameterizedTest
    @CsvSource({"Zen, 0.39, 6.8, 0.15, 2.4, SkylakeX", "Zen, 0.2, 1200, 0.2, 1450,", "Zen, 0.2, 1200, 0.19, 1200,",
        "Barcelona, 0.3, 6, 0.2, 4, SkylakeX",
        "Barcelona, 0.3, 6, 0.3, 6, Zen", "SkylakeX, 0.3, 6, 0.1, 1,"})
    void onAmdTheQuickerKernelsAreTaken(String own, double small, double large, double otherSmall, double otherLarge, String chosen) {
        BlasChoice choice = BlasChoice.decide(processor("AuthenticAMD", AVX512), null, core -> {
            String name = core.length == 0 ? own : core[0];
            return new BlasTrial(name, FINE, true, name.equals("SkylakeX") ? new ProductTimes(otherSmall, otherLarge)
                    : new ProductTimes(small, large));
        });
        assertThat(choice.core()).isEqualTo(Optional.ofNullable(chosen));
        assertThat(choice.check()).isEqualTo(FINE);
    }

    @Test
    void timesAreReadAsTheyAreWritten() {
        assertThat(ProductTimes.read(new ProductTimes(0.25, 1200.5).line())).isEqualTo(new ProductTimes(0.25, 1200.5));
        assertThat(ProductTimes.read("Times: none").small()).isNaN();
        assertThat(ProductTimes.UNKNOWN.quickerThan(new ProductTimes(1, 1))).isFalse();
    }

    @Test
    void aChoiceThatDoesNotArriveIsNotClaimed() {
        BlasChoice choice = BlasChoice.decide(processor("GenuineIntel", AVX512), null,
                core -> new BlasTrial("Prescott", FINE, true, ProductTimes.UNKNOWN));
        assertThat(choice.core()).isEmpty();
        assertThat(choice.reason().toString()).contains("could not be chosen");
    }

    @Test
    void whereNoFileTellsTheFlagsTheJavaMachineDoes() {
        assumeThat(Processor.here().flags()).isNotEmpty();
        assertThat(JavaFlags.processor().avx2()).isEqualTo(Processor.here().avx2());
    }

    @Test
    void ownKernelsThatComputeWrongAreSaid() {
        BlasChoice choice = BlasChoice.decide(processor("GenuineIntel", "sse4_2"), null,
                core -> new BlasTrial("Prescott", Said.of("blas.differs"), false, ProductTimes.UNKNOWN));
        assertThat(choice.warning()).get().asString().contains("differ");
    }

    /** Two processes of one piece of work come to the same last digits. */
    @Test
    void whoeverComputesPartOfTheSameTakesTheKernelsThatRunThere() {
        Processor here = processor("AuthenticAMD", AVX512);
        BlasKernels same = new BlasKernels(here.key(), OpenBlas.version(), "Haswell");
        assertThat(BlasKernels.read(same.line())).isEqualTo(same);
        assertThat(BlasChoice.following(same, here, willing("Zen")).orElseThrow().core()).contains("Haswell");
        assertThat(tried).as("there they were tried").isEmpty();
        BlasKernels other = new BlasKernels("another", OpenBlas.version(), "Haswell");
        assertThat(BlasChoice.following(other, here, willing("Zen")).orElseThrow().core()).contains("Haswell");
        assertThat(tried).containsExactly("Haswell");
        Function<String[], BlasTrial> ends = core -> new BlasTrial(core[0], Said.of("blas.ended", 132), false, ProductTimes.UNKNOWN);
        assertThat(BlasChoice.following(other, here, ends)).isEmpty();
        assertThat(BlasChoice.following(new BlasKernels(here.key(), "0.3.0", "Haswell"), here, willing("Zen"))).isEmpty();
        assertThat(BlasChoice.following(new BlasKernels(here.key(), OpenBlas.version(), "none; rm"), here, willing("Zen"))).isEmpty();
    }

    @Test
    void whereTheLibraryDoesNotTellItsKernelsTheProcessorDoes() {
        Processor here = processor("", "");
        BlasKernels untold = new BlasKernels(here.key(), OpenBlas.version(), "");
        assertThat(BlasKernels.read(untold.line())).isEqualTo(untold);
        assertThat(BlasChoice.following(untold, here, willing("")).orElseThrow().core()).isEmpty();
        assertThat(BlasChoice.following(new BlasKernels("another", OpenBlas.version(), ""), here, willing(""))).isEmpty();
        assertThat(untold.sameAs(untold)).isTrue();
        assertThat(untold.sameAs(new BlasKernels("another", OpenBlas.version(), ""))).isFalse();
    }

    /** As the workers of Spark are loaded: a trial there did not find its class, and what it said was kept. */
    @Test
    void aProgramThatSomebodyElseLoadsIsFoundByItsOwnProcesses(@TempDir Path folder) throws Exception {
        Path spaced = Files.createDirectory(folder.resolve("with space"));
        List<Path> jars = List.of(spaced.resolve("a.jar"), spaced.resolve("b.jar"));
        for (Path jar : jars) {
            Manifest manifest = new Manifest();
            manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
            new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        }
        try (URLClassLoader outer = new URLClassLoader(new URL[] {jars.get(0).toUri().toURL()}, null);
                URLClassLoader inner = new URLClassLoader(new URL[] {new URL("file:" + jars.get(1))}, outer)) {
            assertThat(ProgramClasses.path("x.jar", inner).split(File.pathSeparator))
                    .containsSequence("x.jar", jars.get(0).toString(), jars.get(1).toString());
        }
        assertThat(ProgramClasses.path()).as("what Java knows itself comes first").startsWith(System.getProperty("java.class.path"));
    }

    private Function<String[], BlasTrial> willing(String own) {
        return core -> {
            tried.add(String.join("", core));
            return new BlasTrial(core.length == 0 ? own : core[0], FINE, true, ProductTimes.UNKNOWN);
        };
    }

    private static Processor processor(String vendor, String flags) {
        String head = "processor\t: 0\nvendor_id\t: " + vendor + "\ncpu family\t: 6\nmodel\t\t: 207\nmodel name\t: A processor\n";
        return Processor.parse(head + "flags\t\t: " + flags + "\n\nprocessor\t: 1\nvendor_id\t: Other\nflags\t\t: sse\n");
    }
}
