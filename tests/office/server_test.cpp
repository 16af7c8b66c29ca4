#include "sync/office/http_server.hpp"

#include "tests/office/fresh_office.hpp"

#include <arpa/inet.h>
#include <atomic>
#include <netinet/in.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

using namespace guitai;
using namespace guitai::office;

namespace {

// One connection to a port of this machine, and plain text over it.
class Line {
public:
    explicit Line(std::uint16_t port) : m_socket{::socket(AF_INET, SOCK_STREAM, 0)}
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        REQUIRE(::connect(m_socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
    }
    ~Line() { ::close(m_socket); }
    Line(const Line&) = delete;
    Line& operator=(const Line&) = delete;

    void send(std::string_view text) { REQUIRE(::send(m_socket, text.data(), text.size(), MSG_NOSIGNAL) > 0); }

    // Up to and with `end`, or to the end of the connection.
    std::string read_to(std::string_view end)
    {
        std::string text;
        char letter{0};
        while (text.size() < 100'000 && ::recv(m_socket, &letter, 1, 0) == 1) {
            text += letter;
            if (text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0) break;
        }
        return text;
    }

private:
    int m_socket;
};

// A server whose feed has as many events as `newest` says.
class Running {
public:
    Running()
    {
        ListenOptions options;
        options.address = "127.0.0.1:0";
        auto listening = HttpServer::listen(options);
        REQUIRE(listening.has_value());
        server = std::move(*listening);
        const std::string url{server->url()};
        port = static_cast<std::uint16_t>(std::stoi(url.substr(url.rfind(':') + 1)));
        House house;
        house.open_reads = [] { return database::open("sqlite::memory:"); };
        house.newest = [this](database::Connection&) { return newest.load(); };
        house.handle = [this](database::Connection&, const Request& request, const Reply& reply) {
            Response response;
            response.body = request.method + " " + request.target + " " + std::to_string(newest.load()) + ".";
            if (request.target == "/feed" && newest == 0) response.wait_ms = 30'000;
            reply(std::move(response));
        };
        m_thread = std::thread{[this, house]() mutable { server->run(std::move(house)); }};
    }
    ~Running()
    {
        server->stop();
        m_thread.join();
    }
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;

    std::atomic<std::int64_t> newest{0};
    std::unique_ptr<HttpServer> server;
    std::uint16_t port{0};

private:
    std::thread m_thread;
};

} // namespace

TEST_CASE("several requests go over one connection, also when they are sent at once")
{
    Running running;
    Line line{running.port};

    line.send("GET /a HTTP/1.1\r\nHost: x\r\n\r\nGET /b HTTP/1.1\r\nHost: x\r\n\r\n");

    CHECK(line.read_to("GET /a 0.").find("200 OK") != std::string::npos);
    CHECK(line.read_to("GET /b 0.").find("200 OK") != std::string::npos);
}

TEST_CASE("a feed without news is held until there is some")
{
    Running running;
    Line line{running.port};

    line.send("GET /feed HTTP/1.1\r\nHost: x\r\n\r\n");
    running.newest = 7;
    running.server->news();

    CHECK(line.read_to("7.").find("GET /feed 7.") != std::string::npos);
}

TEST_CASE("what is no HTTP and what is too large is told so, and the connection ends")
{
    Running running;
    Line nonsense{running.port};
    Line huge{running.port};

    nonsense.send("NONSENSE\r\n\r\n");
    huge.send("POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 10000001\r\n\r\n");

    CHECK(nonsense.read_to("\x01").find("400 Bad Request") != std::string::npos);
    CHECK(huge.read_to("\x01").find("413 ") != std::string::npos);
}

TEST_CASE("a port that is taken is refused")
{
    Running running;
    ListenOptions options;
    options.address = "127.0.0.1:" + std::to_string(running.port);

    const auto second = HttpServer::listen(options);

    REQUIRE_FALSE(second.has_value());
    CHECK(second.error().code == "http.port_in_use");
}
