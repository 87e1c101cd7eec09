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
        return wanted.isEmpty() ? kept(own, OWN) : tried(own, wanted.get(), trial);
    }

    private static BlasChoice tried(BlasTrial own, String wanted, Function<String[], BlasTrial> trial) {
        BlasTrial better = trial.apply(new String[] {wanted});
        if (better.agrees() && better.core().equalsIgnoreCase(wanted)) {
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
