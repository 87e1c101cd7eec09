package downhill.ui.screen.contenders;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.optim.RuleLibrary;
import downhill.optim.Schedule;
import downhill.race.document.ContenderSpec;
import downhill.ui.chart.shape.Points;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ScheduleCurveTest {

    @Test
    void theCurveIsTheSchedulesRateFromTheFirstStepToTheLast() {
        Points points = ScheduleCurve.points(0.1, new Schedule.Exponential(0.999), 2000);
        assertThat(points.x(0)).isEqualTo(0);
        assertThat(points.y(0)).isEqualTo(0.1);
        assertThat(points.x(points.size() - 1)).isEqualTo(1999);
        assertThat(points.y(points.size() - 1)).isCloseTo(0.1 * Math.pow(0.999, 1999), Offset.offset(1e-12));
    }

    @Test
    void aShortRunHasAPointForEachStep() {
        assertThat(ScheduleCurve.points(0.1, Schedule.CONSTANT, 7).size()).isEqualTo(7);
    }

    @Test
    void theBaseIsTheRateAfterChangesByHand() {
        ContenderSpec one = ContenderSpec.of("a", "SGD", "sgd", Map.of("learningRate", 0.5), 0)
                .withChanges(List.of(new ContenderSpec.Change(10, "learningRate", 0.25)));
        assertThat(ScheduleCurve.base(one, RuleLibrary.builtIn().byId("sgd").orElseThrow())).isEqualTo(0.25);
    }
}
