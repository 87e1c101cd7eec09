package downhill.ui.screen.data;

import downhill.data.DataException;
import downhill.data.DataSettings;
import downhill.data.DataSpec;
import downhill.data.ImageSpec;
import downhill.data.Role;
import downhill.data.SequenceSpec;
import downhill.data.Table;
import downhill.data.prepare.Roles;

/** What the features of a row are. */
enum FeatureShape {
    TABLE, IMAGE, SERIES;

    private static final int COLOURS = 3;

    static FeatureShape of(DataSpec spec) {
        if (spec.image() != null) {
            return IMAGE;
        }
        return spec.sequence() != null ? SERIES : TABLE;
    }

    /** {@code spec} with features of this shape; its numbers are guessed from {@code table}. */
    DataSpec in(DataSpec spec, Table table) {
        DataSpec plain = spec.withImage(null).withSequence(null);
        return switch (this) {
            case TABLE -> plain;
            case IMAGE -> plain.withImage(image(features(plain, table)));
            case SERIES -> plain.withSequence(SequenceSpec.of(Math.max(1,
                    Math.min(DataSettings.WINDOW.usual().intValue(), table.rows() / 4))));
        };
    }

    /** A square where there is one, in one channel or three colours; else the least oblong. */
    static ImageSpec image(int features) {
        int side = (int) Math.sqrt(features);
        int colour = (int) Math.sqrt(features / COLOURS);
        if (side * side != features && COLOURS * colour * colour == features) {
            return new ImageSpec(COLOURS, colour, colour);
        }
        int height = Math.max(1, side);
        while (features % height != 0) {
            height--;
        }
        return new ImageSpec(1, height, Math.max(1, features / height));
    }

    /** Those of an image: there a column of one value only is a pixel, too. */
    private static int features(DataSpec plain, Table table) {
        try {
            return (int) Roles.of(table, plain.withImage(new ImageSpec(1, 1, 1))).columns().stream()
                    .filter(column -> column.role() == Role.FEATURE).count();
        } catch (DataException noRoles) {
            return 1; // why there are none is said where the data are prepared
        }
    }
}
