package downhill.store;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What a document says it is, before anything else of it is read. */
final class Versions {
    private Versions() {
    }

    /**
     * The version of a document.
     *
     * @param what   what it should be, in words
     * @param newest version that is read
     * @throws StoreException where it is something else, or newer
     */
    static int of(JsonNode tree, String name, String format, String what, int newest) {
        JsonNode found = tree.get("format");
        if (!tree.isObject() || found == null || !found.isString() || !found.stringValue().equals(format)) {
            throw new StoreException(name + " is not " + what + ": its \"format\" is not \"" + format + "\".");
        }
        JsonNode version = tree.get("version");
        if (version == null || !version.isIntegralNumber() || !version.canConvertToInt() || version.intValue() < 1) {
            throw new StoreException(name + ": \"version\" must be a whole number from 1.");
        }
        if (version.intValue() > newest) {
            String by = Optional.ofNullable(tree.get("application")).filter(JsonNode::isString)
                    .map(text -> " (by Downhill " + text.stringValue() + ")").orElse("");
            throw new StoreException(name + " was saved in version " + version.intValue() + " of the format" + by
                    + ", but this program reads up to version " + newest + ". Install a newer Downhill.");
        }
        return version.intValue();
    }
}
