package downhill.store;

import downhill.words.Said;
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
    static int of(JsonNode tree, String name, String format, Said what, int newest) {
        JsonNode found = tree.get("format");
        if (!tree.isObject() || found == null || !found.isString() || !found.stringValue().equals(format)) {
            throw new StoreException(Said.of("store.foreign", name, what, format));
        }
        JsonNode version = tree.get("version");
        if (version == null || !version.isIntegralNumber() || !version.canConvertToInt() || version.intValue() < 1) {
            throw new StoreException(Said.of("version.number", name));
        }
        if (version.intValue() > newest) {
            JsonNode by = tree.get("application");
            throw new StoreException(by == null || !by.isString() ? Said.of("version.newer", name, version.intValue(), newest)
                    : Said.of("version.newer.by", name, version.intValue(), by.stringValue(), newest));
        }
        return version.intValue();
    }
}
