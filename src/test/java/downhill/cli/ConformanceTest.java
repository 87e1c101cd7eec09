package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.cli.conform.CaseResult;
import downhill.cli.conform.Conformance;
import downhill.store.ConformanceStore;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Trajectories recorded from PyTorch in float64, followed by the engine in double precision. */
class ConformanceTest {
    private static final Path CASES = Path.of("src/test/resources/conformance");

    @TestFactory
    Stream<DynamicTest> followsTheRecordedTrajectory() {
        return ConformanceStore.files(CASES).stream().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
            CaseResult result = Conformance.run(file);
            assertThat(result.verdict()).as(result.toString()).isEqualTo(CaseResult.Verdict.PASS);
        }));
    }
}
