package downhill.ui.screen.results;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.race.Outcome;
import downhill.race.RaceSnapshot.Standing;
import downhill.race.Racing;
import downhill.race.Racing.Quantity;
import downhill.race.history.Curve;
import downhill.race.history.ContenderHistory;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When the course of a contender is read again. */
class CoursesTest {
    private final List<Quantity> read = new ArrayList<>();
    private final Courses courses = new Courses();
    private ContenderHistory history = new ContenderHistory(0, false, 1, 1);
    private final Racing race = (Racing) Proxy.newProxyInstance(Racing.class.getClassLoader(), new Class<?>[] {Racing.class},
            (race, method, asked) -> {
        if (method.getName().equals("validated")) {
            return history.validated();
        }
        read.add((Quantity) asked[1]);
        return asked[1] == Quantity.VALIDATION_LOSS ? history.curve(Quantity.VALIDATION_LOSS.series(), 0, Long.MAX_VALUE, 4000)
                : Curve.EMPTY;
    });

    private double best(long step, double told) {
        return courses.of(race, new Standing("a", Outcome.RUNNING, step, 1, told, null, Double.NaN, 0.1, 0, -1, Double.NaN, null), told)
                .loss();
    }

    @Test
    void itIsReadAgainWhereAnotherValidationIsRecordedAndNotBefore() {
        history.validation(0, 3, 0.5);
        history.validation(20, 2, 0.5);
        assertThat(best(21, 2)).isEqualTo(2);
        assertThat(best(39, 2)).isEqualTo(2);
        assertThat(read).hasSize(1);
        history.validation(40, 2, 0.5);
        assertThat(best(41, 2)).as("an equal value is another validation").isEqualTo(2);
        assertThat(read).hasSize(2);
    }

    @Test
    void itIsReadAgainWhereAStepBeforeAValidationIsShown() {
        history.validation(0, 3, 0.5);
        history.validation(20, 2, 0.5);
        assertThat(best(30, 2)).isEqualTo(2);
        assertThat(best(10, 2)).isEqualTo(3);
        assertThat(best(19, 2)).isEqualTo(3);
        assertThat(best(20, 2)).isEqualTo(2);
    }

    @Test
    void asManyOfAnotherCourseAreNotTheSame() {
        history.validation(0, 3, 0.5);
        history.validation(20, 2, 0.5);
        assertThat(best(30, 2)).isEqualTo(2);
        history.truncate(10);
        history.validation(20, 2.5, 0.5);
        assertThat(best(30, 2)).isEqualTo(2.5);
        history = new ContenderHistory(0, false, 1, 1);
        history.validation(0, 4, 0.5);
        history.validation(20, 3.5, 0.5);
        assertThat(best(30, 2)).as("another race").isEqualTo(3.5);
    }

    @Test
    void theLossToldBelongsToIt() {
        history.validation(0, 3, 0.5);
        best(10, 3);
        best(10, 4);
        best(10, Double.NaN);
        best(10, Double.NaN);
        assertThat(read.stream().filter(one -> one == Quantity.VALIDATION_LOSS)).hasSize(3);
    }
}
