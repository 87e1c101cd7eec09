package downhill.lesson.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.SAXException;

/** The published schema of QTI 2.1 with those that it imports, from {@code qti-2.1-schemas.zip}: nothing is asked of a network. */
final class QtiSchema {
    private static final String ADDRESS = "http://www.imsglobal.org/xsd/imsqti_v2p1.xsd";
    private static final Schema SCHEMA = read();

    private QtiSchema() {
    }

    /** @throws AssertionError with the document where it does not have the form */
    static void holds(String document) {
        try {
            SCHEMA.newValidator().validate(new StreamSource(new StringReader(document)));
        } catch (SAXException | IOException e) {
            throw new AssertionError(e.getMessage() + "\n" + document, e);
        }
    }

    private static Schema read() {
        Map<String, byte[]> files = files();
        try {
            DOMImplementationLS dom = (DOMImplementationLS) DocumentBuilderFactory.newInstance().newDocumentBuilder().getDOMImplementation()
                   .getFeature("LS", "3.0");
            SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
            factory.setResourceResolver((type, namespace, publicId, systemId, base) -> {
                if (systemId == null) {
                    return null; // a name space that was imported before
                }
                String address = base == null ? systemId : URI.create(base).resolve(systemId).toString();
                LSInput input = dom.createLSInput();
                input.setSystemId(address);
                input.setByteStream(new ByteArrayInputStream(file(files, address)));
                return input;
            });
            return factory.newSchema(new StreamSource(new ByteArrayInputStream(file(files, ADDRESS)), ADDRESS));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] file(Map<String, byte[]> files, String address) {
        byte[] bytes = files.get(address.replaceFirst("https?://", ""));
        if (bytes == null) {
            throw new AssertionError("not kept here: " + address);
        }
        return bytes;
    }

    private static Map<String, byte[]> files() {
        Map<String, byte[]> files = new HashMap<>();
        try (InputStream in = QtiSchema.class.getResourceAsStream("qti-2.1-schemas.zip"); ZipInputStream zip =
                new ZipInputStream(in, StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return files;
    }
}
