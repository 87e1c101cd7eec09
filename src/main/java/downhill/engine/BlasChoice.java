package downhill.engine;

import downhill.words.Said;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which kernels OpenBLAS is to take, and why. OpenBLAS 0.3.19 knows processors by their numbers and takes those of 2004 for one
 * that it does not know; what the processor can do says more.
 *
 * @param core   to be set before the library is loaded; empty for OpenBLAS's own choice
 * @param reason one line
 * @param check  what came of products with the kernels in use
 * @param warning for the person, once; empty where all is well
 */
record BlasChoice(Optional<String> core, Said reason, Said check, Optional<Said> warning) {
    /** The reason where nothing else is wanted. */
    static final Said OWN = Said.of("blas.own");
    private static final Said FOLLOWED = Said.of("blas.followed");

    /**
     * Decides.
     *
     * @param set   what the person set; null or blank for nothing
     * @param trial runs kernels by name, or OpenBLAS's own choice for no name
     */
    static BlasChoice decide(Processor processor, String set, Function<String[], BlasTrial> trial) {
        BlasTrial own = trial.apply(new String[0]);
        if (set != null && !set.isBlank()) {
            return kept(own, Said.of("blas.set", OpenBlas.VARIABLE, set));
        }
        Optional<String> wanted = BlasCores.wanted(processor).filter(core -> BlasCores.older(own.core(), core));
        Optional<BlasTrial> better = wanted.map(core -> trial.apply(new String[] {core}));
        BlasChoice choice = wanted.isEmpty() ? kept(own, OWN) : tried(own, wanted.get(), better.get());
        return BlasCores.rival(processor).flatMap(core -> quicker(choice.core().isPresent() ? better.get() : own, core, trial))
                .orElse(choice);
    }

    /** Other kernels that run here, too, where they agree and their products take clearly less time. */
    private static Optional<BlasChoice> quicker(BlasTrial standing, String rival, Function<String[], BlasTrial> trial) {
        if (!BlasCores.older(standing.core(), rival)) {
            return Optional.empty();
        }
        BlasTrial other = trial.apply(new String[] {rival});
        boolean better = other.ran(rival) && other.times().quickerThan(standing.times());
        return better ? Optional.of(new BlasChoice(Optional.of(rival), Said.of("blas.quicker", standing.core()), other.verdict(),
                Optional.empty())) : Optional.empty();
    }

    /**
     * The kernels of another process, where they run here: on the same processor they do, on another one they are tried.
     *
     * @param trial runs kernels by name
     * @return empty where they do not, so that last digits are others
     */
    static Optional<BlasChoice> following(BlasKernels other, Processor here, Function<String[], BlasTrial> trial) {
        boolean known = other.core().isEmpty() || BlasCores.names().contains(other.core());
        boolean same = other.processor().equals(here.key());
        if (!known || !other.library().equals(OpenBlas.version()) || !same && other.core().isEmpty()) {
            return Optional.empty();
        }
        Optional<String> core = Optional.of(other.core()).filter(name -> !name.isEmpty());
        if (same) {
            return Optional.of(new BlasChoice(core, FOLLOWED, Said.of("blas.elsewhere"), Optional.empty()));
        }
        BlasTrial tried = trial.apply(new String[] {other.core()});
        return tried.ran(other.core())
                ? Optional.of(new BlasChoice(core, FOLLOWED, tried.verdict(), Optional.empty())) : Optional.empty();
    }

    private static BlasChoice tried(BlasTrial own, String wanted, BlasTrial better) {
        if (better.ran(wanted)) {
            return new BlasChoice(Optional.of(wanted), Said.of("blas.better", own.core()), better.verdict(),
                    Optional.empty());
        }
        Said why = better.core().isEmpty() || better.core().equalsIgnoreCase(wanted) ? better.verdict() : Said.of("blas.unchosen");
        Said reason = Said.of("blas.left", wanted, why);
        return new BlasChoice(Optional.empty(), reason, own.verdict(), Optional.of(line(own, reason)));
    }

    private static BlasChoice kept(BlasTrial own, Said reason) {
        boolean wrong = !own.agrees() && !own.core().isEmpty();
        return new BlasChoice(Optional.empty(), reason, own.verdict(), wrong ? Optional.of(line(own, own.verdict())) : Optional.empty());
    }

    private static Said line(BlasTrial own, Said what) {
        return Said.of("blas.line", own.core(), what);
    }
}
