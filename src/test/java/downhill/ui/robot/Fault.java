package downhill.ui.robot;

/**
 * Something that must not be.
 *
 * @param kind   what it is, the same each time it comes: by it a shorter script is known to give the same
 * @param detail all that helps to find it
 */
record Fault(String kind, String detail) {
    @Override
    public String toString() {
        return kind + "\n    " + detail.replace("\n", "\n    ");
    }
}
