package downhill.engine.train;

import downhill.engine.Backend;
import downhill.engine.opencl.OpenClDevice;
import downhill.words.Said;
import java.util.List;
import java.util.Optional;

/**
 * Whether stacks of very many runs may be computed by a device of OpenCL in this process: only where that was asked for, and where a device
 * was tried and trained as the host does.
 *
 * @param devices all that there are
 * @param device  the one to use
 * @param reason  one line
 * @param check   what came of the trial; nothing where there was none
 */
public record OpenClChoice(List<OpenClDevice> devices, Optional<OpenClDevice> device, Said reason, Said check) {
    /** Value of {@link Backend#PROPERTY} that asks for it. */
    public static final String ASKED = "opencl";
    /** The same on whatever device there is, the processor among them, and always: how it is tried where there is no accelerator. */
    public static final String EVEN_CPU = "opencl-cpu";

    private static OpenClChoice current;

    /** Whether a device was asked for at all. */
    public static boolean asked() {
        return wish().equals(ASKED) || always();
    }

    /** Whether it is used even where it is slower. */
    static boolean always() {
        return wish().equals(EVEN_CPU);
    }

    private static String wish() {
        return System.getProperty(Backend.PROPERTY, "");
    }

    /** The choice for this process; the first time a trial of some seconds, if it was asked for, else one look at what there is. */
    public static synchronized OpenClChoice current() {
        if (current == null) {
            String mode = mode(wish());
            current = of(OpenClTrial.run(mode), mode);
        }
        return current;
    }

    private static String mode(String wish) {
        return switch (wish) {
            case ASKED -> OpenClTrial.GPU;
            case EVEN_CPU -> OpenClTrial.ANY;
            default -> OpenClTrial.LIST;
        };
    }

    static OpenClChoice of(OpenClTrial trial, String mode) {
        if (trial.lack().isPresent()) {
            return new OpenClChoice(trial.devices(), Optional.empty(), trial.lack().get(), trial.check());
        }
        if (mode.equals(OpenClTrial.LIST)) {
            return new OpenClChoice(trial.devices(), Optional.empty(), Said.of("opencl.unasked", Backend.PROPERTY, ASKED), Said.NOTHING);
        }
        Optional<OpenClDevice> device = OpenClTrial.chosen(trial.devices(), mode).filter(unused -> trial.agrees());
        Said reason = Said.of("device.asked", Backend.PROPERTY, mode.equals(OpenClTrial.ANY) ? EVEN_CPU : ASKED);
        return new OpenClChoice(trial.devices(), device, reason, trial.check());
    }
}
