package io.callscope.analytics.llm.script;

import io.callscope.kit.thread.DaemonThreads;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint on this machine that answers each request as a program says, on plain sockets so that it can misbehave in
 * every way a network can. Thread-safe.
 */
public final class ScriptedEndpoint implements AutoCloseable {
    private static final long DRIP_MS = 100;

    private final ServerSocket server;
    private final BiFunction<Integer, String, Reply> program;
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final boolean keeps;
    private final ExecutorService threads = Executors.newCachedThreadPool(DaemonThreads.named("scripted-endpoint"));

    private ScriptedEndpoint(BiFunction<Integer, String, Reply> program, boolean keeps) throws IOException {
        this.program = program;
        this.keeps = keeps;
        this.server = new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    /**
     * Starts one.
     *
     * @param program the reply to the n-th request, from 1, with this body
     */
    public static ScriptedEndpoint start(BiFunction<Integer, String, Reply> program) {
        return start(program, true);
    }

    /**
     * Starts one.
     *
     * @param keeps whether bodies of requests are kept for {@link #bodies()}
     */
    public static ScriptedEndpoint start(BiFunction<Integer, String, Reply> program, boolean keeps) {
        try {
            return new ScriptedEndpoint(program, keeps);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands in the configuration. */
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:%d/v1".formatted(server.getLocalPort()));
    }

    /** Requests so far. */
    public int requests() {
        return count.get();
    }

    /** Most requests that were open at once. */
    public int mostAtOnce() {
        return most.get();
    }

    /** Their bodies, in order of arrival. */
    public List<String> bodies() {
        return List.copyOf(bodies);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            boolean goesOn = true;
            while (goesOn) {
                String body = read(in);
                if (body == null) {
                    return;
                }
                if (keeps) {
                    bodies.add(body);
                }
                int number = count.incrementAndGet();
                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                try {
                    goesOn = reply(program.apply(number, body), socket, out);
                } finally {
                    now.decrementAndGet();
                }
            }
        } catch (IOException | InterruptedException e) {
            // the other side went away, or the endpoint is closed
        } finally {
            open.remove(socket);
        }
    }

    private static @Nullable String read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int b;
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            b = in.read();
            if (b < 0) {
                return null;
            }
            head.write(b);
        }
        int length = 0;
        for (String line : head.toString(StandardCharsets.ISO_8859_1).split("\r\n")) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            }
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    /** Whether the connection is still good. */
    private static boolean reply(Reply reply, Socket socket, OutputStream out)
            throws IOException, InterruptedException {
        Thread.sleep(reply.after().toMillis());
        switch (reply.how()) {
            case RESET -> {
                socket.setSoLinger(true, 0);
                return false;
            }
            case HANGING -> {
                Thread.sleep(Long.MAX_VALUE);
                return false;
            }
            default -> {
                byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
                StringBuilder head = new StringBuilder("HTTP/1.1 %d x\r\n".formatted(reply.status()));
                head.append("Content-Type: application/json\r\nContent-Length: ")
                        .append(body.length)
                        .append("\r\n");
                reply.headers()
                        .forEach((name, value) ->
                                head.append(name).append(": ").append(value).append("\r\n"));
                out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
                if (reply.how() == Reply.How.DRIPPING) {
                    for (byte one : body) {
                        out.write(one);
                        out.flush();
                        Thread.sleep(DRIP_MS);
                    }
                } else {
                    out.write(body);
                }
                out.flush();
                return true;
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
        threads.shutdownNow();
    }
}
