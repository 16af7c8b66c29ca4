// The door to the network: HTTP/1.1 with keep-alive, over TLS where a certificate
// is given. Reads requests, hands them to a handler on one of a few reader
// threads, and writes what comes back, whenever it comes. Holds long polls until
// there is news. Knows no target and no event. The only file that knows Beast is
// its .cpp.
#pragma once

#include "sync/database/database.hpp"
#include "sync/events/result.hpp"
#include "sync/office/http.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace guitai::office {

struct ListenOptions {
    std::string address{"127.0.0.1:8480"}; // HOST:PORT or [HOST]:PORT; port 0: any that is free.
    std::string tls_cert;                  // Files in PEM form; both or none.
    std::string tls_key;
};

// What the server asks of the house behind it.
struct House {
    // A connection that only reads, one for each reader thread.
    std::function<std::unique_ptr<database::Connection>()> open_reads;
    std::function<void(database::Connection& reads, const Request& request, Reply reply)> handle;
    // The newest number of the feed, looked up: another process may have written it.
    std::function<std::int64_t(database::Connection& reads)> newest;
};

class HttpServer {
public:
    static constexpr std::size_t body_bytes_max{10'000'000};
    static constexpr std::uint32_t header_bytes_max{16'384};
    static constexpr std::size_t connections_max{5'000};
    static constexpr int reader_threads{2};

    // Takes the address. Refuses http.bad_address, http.port_in_use, http.cannot_listen
    // and http.bad_certificate.
    [[nodiscard]] static Result<std::unique_ptr<HttpServer>> listen(const ListenOptions& options);
    ~HttpServer();
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    // "http://127.0.0.1:8480"
    [[nodiscard]] std::string url() const;

    // Serves until SIGINT, SIGTERM or stop(); what is being answered is finished.
    void run(House house);

    // From any thread.
    void news(); // The feed may have grown.
    void stop();

private:
    struct Inside;
    explicit HttpServer(std::unique_ptr<Inside> inside);

    std::unique_ptr<Inside> m_inside;
};

} // namespace guitai::office
