package downhill.ui.screen.deploy;

import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What a form costs. */
enum Cost {
    /** Kilobytes of its file. */
    SIZE(form -> form.bytes() / 1000.0),
    /** Numbers that are not 0. */
    WEIGHTS(form -> FormWords.nonZero(form.model())),
    /** Microseconds of a row alone. */
    ALONE(form -> form.times().alone()),
    /** Microseconds of each row of 256. */
    TOGETHER(form -> form.times().together());

    private final ToDoubleFunction<Form> of;

    Cost(ToDoubleFunction<Form> of) {
        this.of = of;
    }

    /** Of a form that is measured; above 0. */
    double of(Form form) {
        return Math.max(of.applyAsDouble(form), 1e-3);
    }

    /** Message key of what it is called. */
    String key() {
        return "deploy.cost." + name().toLowerCase(Locale.ROOT);
    }
}
