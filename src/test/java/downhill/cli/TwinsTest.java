package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Contenders judged against themselves. */
class TwinsTest {
    private static Cli run(Object... more) {
        Object[] call = new Object[more.length + 8];
        System.arraycopy(new Object[] {"cross-validate", "iris", "--model", "softmax", "--steps", 15, "--folds", 3}, 0, call, 0, 8);
        System.arraycopy(more, 0, call, 8, more.length);
        return Cli.run(call);
    }

    @Test
    void howOftenVerdictsErrIsTheSameByWorkers() {
        Cli here = run("--repeats", 2, "--optimizers", "sgd,adam", "--aa", 3);
        assertThat(here.code()).as(here.err()).isZero();
        assertThat(here.out()).containsPattern("SGD +3 +0").contains("Adam: a difference from itself was shown in 0 of 3 races");
        assertThat(run("--repeats", 2, "--optimizers", "sgd,adam", "--aa", 3, "--on", "cores[2]").out()).isEqualTo(here.out());
    }

    @Test
    void moreThanOneInTwentyIsToldFromChance() {
        assertThat(TwinsJob.isMore(5, 20)).as("binomial: 0.0026").isTrue();
        assertThat(TwinsJob.isMore(4, 20)).as("binomial: 0.0159").isFalse();
        assertThat(TwinsJob.isMore(0, 1)).isFalse();
        assertThat(TwinsJob.isMore(12, 100)).as("binomial: 0.0043").isTrue();
        assertThat(TwinsJob.isMore(11, 100)).as("binomial: 0.0115").isFalse();
    }

    @Test
    void whatDoesNotGoWithItIsRefused() {
        assertThat(run("--optimizers", "sgd", "--aa", 2, "--json").err()).contains("--aa tells how often");
        assertThat(run("--optimizers", "sgd", "--aa", 0).err()).contains("from 1 to 10000");
    }
}
