package downhill.engine;

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
record BlasChoice(Optional<String> core, String reason, String check, Optional<String> warning) {

    /**
     * Decides.
     *
     * @param set   what the person set; null or blank for nothing
     * @param trial runs kernels by name, or OpenBLAS's own choice for no name
     */
    static BlasChoice decide(Processor processor, String set, Function<String[], BlasTrial> trial) {
        BlasTrial own = trial.apply(new String[0]);
        if (set != null && !set.isBlank()) {
            return kept(own, OpenBlas.VARIABLE + " is set to " + set);
        }
        Optional<String> wanted = BlasCores.wanted(processor).filter(core -> BlasCores.older(own.core(), core));
        return wanted.isEmpty() ? kept(own, "OpenBLAS's own choice") : tried(own, wanted.get(), trial);
    }

    private static BlasChoice tried(BlasTrial own, String wanted, Function<String[], BlasTrial> trial) {
        BlasTrial better = trial.apply(new String[] {wanted});
        if (better.agrees() && better.core().equalsIgnoreCase(wanted)) {
            return new BlasChoice(Optional.of(wanted), "the processor can do more than OpenBLAS's own choice, " + own.core() + ", uses",
                    better.verdict(), Optional.empty());
        }
        String why = better.core().isEmpty() || better.core().equalsIgnoreCase(wanted) ? better.verdict() : "they could not be chosen";
        String reason = "OpenBLAS's own choice: " + wanted + " would fit this processor, but " + why;
        return new BlasChoice(Optional.empty(), reason, own.verdict(), Optional.of(line(own, reason)));
    }

    private static BlasChoice kept(BlasTrial own, String reason) {
        boolean wrong = !own.agrees() && !own.core().isEmpty();
        return new BlasChoice(Optional.empty(), reason, own.verdict(), wrong ? Optional.of(line(own, own.verdict())) : Optional.empty());
    }

    private static String line(BlasTrial own, String what) {
        return "Matrix products run on OpenBLAS's kernels for " + own.core() + ": " + what + ".";
    }
}
