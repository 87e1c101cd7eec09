package downhill.model;

import java.util.regex.Pattern;

/** What can be shown of the inside of a model, layer by layer; each layer by the name of what is shown. */
public enum Inside {
    /** What each filter makes of an image: {@link ModelGraph#views} [rows][height][width][filters]. */
    FEATURE_MAPS(".*\\.map"),
    /** The weights of filters: arrays [out][in][height][width]. */
    KERNELS("conv\\d+\\.weight"),
    /** How much each step of time looks at each other: views [rows][heads][steps][steps]. */
    ATTENTION(".*attention");

    private final Pattern names;

    Inside(String names) {
        this.names = Pattern.compile(names);
    }

    /** Whether a view or an array of this name is shown so. */
    public boolean shows(String name) {
        return names.matcher(name).matches();
    }
}
