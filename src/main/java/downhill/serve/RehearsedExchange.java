package downhill.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpPrincipal;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/** A request that nobody sent: what would come from the network stands ready, and what would go there is thrown away. */
final class RehearsedExchange extends HttpExchange {
    private final URI address;
    private final Headers asked = new Headers();
    private final Headers told = new Headers();
    private InputStream body;
    private OutputStream answer = OutputStream.nullOutputStream();
    private int status = -1;

    /** One that sends JSON to this path. */
    RehearsedExchange(URI address, byte... json) {
        this.address = address;
        this.body = new ByteArrayInputStream(json);
        asked.set("Host", "localhost");
        asked.set("Content-Type", "application/json");
        asked.set("Content-Length", Integer.toString(json.length));
    }

    @Override
    public Headers getRequestHeaders() {
        return asked;
    }

    @Override
    public Headers getResponseHeaders() {
        return told;
    }

    @Override
    public URI getRequestURI() {
        return address;
    }

    @Override
    public String getRequestMethod() {
        return "POST";
    }

    @Override
    public HttpContext getHttpContext() {
        return null;
    }

    @Override
    public void close() {
        status = Math.max(status, 0);
    }

    @Override
    public InputStream getRequestBody() {
        return body;
    }

    @Override
    public OutputStream getResponseBody() {
        return answer;
    }

    @Override
    public void sendResponseHeaders(int code, long length) {
        status = code;
    }

    @Override
    public InetSocketAddress getRemoteAddress() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    @Override
    public int getResponseCode() {
        return status;
    }

    @Override
    public InetSocketAddress getLocalAddress() {
        return getRemoteAddress();
    }

    @Override
    public String getProtocol() {
        return "HTTP/1.1";
    }

    @Override
    public Object getAttribute(String name) {
        return null;
    }

    @Override
    public void setAttribute(String name, Object value) {
        throw new UnsupportedOperationException(name);
    }

    @Override
    public void setStreams(InputStream in, OutputStream out) {
        body = in == null ? body : in;
        answer = out == null ? answer : out;
    }

    @Override
    public HttpPrincipal getPrincipal() {
        return null;
    }
}
