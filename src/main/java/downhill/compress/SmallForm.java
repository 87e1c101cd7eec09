package downhill.compress;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Ways to hold weights as whole numbers. */
public enum SmallForm {
    INT8(8, false),
    /** What goes into products as well, by grids that calibration rows give. */
    INT8_STATIC(8, true),
    INT4(4, false),
    BINARY(1, false);

    private final int bits;
    private final boolean calibrated;

    SmallForm(int bits, boolean calibrated) {
        this.bits = bits;
        this.calibrated = calibrated;
    }

    /** As options and names call it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one of this id. */
    public static Optional<SmallForm> named(String id) {
        return Arrays.stream(values()).filter(each -> each.id().equalsIgnoreCase(id)).findFirst();
    }

    int bits() {
        return bits;
    }

    /** Whether it needs calibration rows. */
    public boolean calibrated() {
        return calibrated;
    }
}
