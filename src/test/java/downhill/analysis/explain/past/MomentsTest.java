package downhill.analysis.explain.past;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MomentsTest {
    @Test
    void theyAreEvenAndEndWhereTheTrainingStands() {
        assertThat(LabelCourse.moments(400, 4)).containsExactly(100, 200, 300, 400);
        assertThat(LabelCourse.moments(3, 40)).containsExactly(1, 2, 3);
        assertThat(LabelCourse.moments(0, 40)).isEmpty();
    }

    @Test
    void theWorstOfThoseThatAreSuspectComesFirst() {
        double[] none = new double[4];
        assertThat(new LabelCourse(none, none, new int[0], new double[] {0.1, 0, 0.4, 0.2}).suspects()).containsExactly(2, 3, 0);
    }
}
