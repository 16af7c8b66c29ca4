#include "sync/office/http_server.hpp"

#include "sync/office/answers.hpp"
#include "sync/office/read_connections.hpp"

#include <boost/asio.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>
#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <cctype>
#include <chrono>
#include <list>
#include <optional>

namespace guitai::office {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using tcp = asio::ip::tcp;
using boost::system::error_code;
using namespace std::chrono_literals;

constexpr auto as_values = asio::as_tuple(asio::use_awaitable);

constexpr auto request_time_max = 60s; // From one request to the end of the next.
constexpr auto answer_time_max = 30s;  // For the client to take an answer.
constexpr auto recheck_every = 500ms;  // For news that another process has written.
constexpr auto farewell_time_max = 3s;

using Served = http::request<http::string_body>;

Request plain_request(Served&& served, bool encrypted)
{
    Request request;
    request.method = std::string{served.method_string()};
    request.target = std::string{served.target()};
    for (const auto& field : served) {
        std::string name{field.name_string()};
        std::transform(name.begin(), name.end(), name.begin(),
                       [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        request.headers.insert_or_assign(std::move(name), std::string{field.value()});
    }
    request.body = std::move(served.body());
    request.encrypted = encrypted;
    return request;
}

http::response<http::string_body> served_response(Response&& response, unsigned version, bool keep_alive)
{
    http::response<http::string_body> served{static_cast<http::status>(response.status), version};
    served.set(http::field::content_type, response.type);
    served.set("X-Content-Type-Options", "nosniff");
    for (const auto& [name, value] : response.headers) served.insert(name, value);
    if (served.find(http::field::cache_control) == served.end()) served.set(http::field::cache_control, "no-store");
    served.keep_alive(keep_alive);
    served.body() = std::move(response.body);
    served.prepare_payload();
    return served;
}

// What to say to a request that can not be read; nothing where nobody would hear it.
std::optional<Response> complaint_about(const error_code& error)
{
    if (error == http::error::body_limit) return refused({"api.too_large", "the body is larger than 10 MB"});
    if (error == http::error::header_limit) return refused({"api.too_large", "the header is too large"});
    const bool is_about_http{error.category() == http::make_error_code(http::error::bad_method).category()};
    const bool just_left{error == http::error::end_of_stream || error == http::error::partial_message};
    if (!is_about_http || just_left) return std::nullopt;
    return refused({"api.unreadable", "this is no HTTP request"});
}

// Long polls that wait for the feed to grow. Lives on the network thread.
class Waiting {
public:
    struct Waiter {
        asio::steady_timer timer;
        std::int64_t after{0};
    };

    asio::awaitable<void> until_news(std::int64_t after, std::chrono::steady_clock::time_point deadline)
    {
        if (m_newest > after || m_closed) co_return;
        const auto executor = co_await asio::this_coro::executor;
        const auto place = m_waiters.emplace(m_waiters.end(), Waiter{asio::steady_timer{executor, deadline}, after});
        co_await place->timer.async_wait(as_values);
        m_waiters.erase(place);
    }

    void newest_is(std::int64_t newest)
    {
        m_newest = std::max(m_newest, newest);
        for (Waiter& waiter : m_waiters) {
            if (waiter.after < m_newest) waiter.timer.cancel();
        }
    }

    void close()
    {
        m_closed = true;
        for (Waiter& waiter : m_waiters) waiter.timer.cancel();
    }

    [[nodiscard]] bool closed() const { return m_closed; }

private:
    std::list<Waiter> m_waiters;
    std::int64_t m_newest{0};
    bool m_closed{false};
};

} // namespace

struct HttpServer::Inside {
    asio::io_context io{1};
    asio::thread_pool readers{reader_threads};
    tcp::acceptor acceptor{io};
    asio::signal_set signals{io};
    asio::steady_timer recheck{io};
    bool news_came{false}; // While the last look was still under way.
    std::optional<asio::ssl::context> tls;
    std::optional<ReadConnections> connections;
    House house;
    Waiting waiting;
    std::size_t open_connections{0};
    std::size_t being_answered{0};

    asio::awaitable<void> accept();
    asio::awaitable<void> welcome(tcp::socket socket);
    asio::awaitable<void> watch_for_news();
    asio::awaitable<void> end_on_signal();
    asio::awaitable<void> finish();
    template<typename Stream>
    asio::awaitable<void> converse(Stream& stream, bool encrypted);
    template<typename Stream>
    asio::awaitable<bool> write(Stream& stream, Response response, unsigned version, bool keep_alive);
    asio::awaitable<Response> answer(const Request& request);
    asio::awaitable<Response> answer_once(const Request& request);
    asio::awaitable<std::int64_t> look_up_newest();
};

// Runs the handler on a reader thread and comes back to the network thread with its answer.
asio::awaitable<Response> HttpServer::Inside::answer_once(const Request& request)
{
    const auto ask = [this, &request](auto handler) {
        const auto kept = std::make_shared<decltype(handler)>(std::move(handler));
        const Reply reply{[this, kept](Response response) {
            asio::post(io, [kept, response = std::move(response)]() mutable { (*kept)(std::move(response)); });
        }};
        asio::post(readers, [this, &request, reply] {
            try {
                connections->lend([&](database::Connection& reads) { house.handle(reads, request, reply); });
            } catch (const std::exception& error) {
                spdlog::error("no connection to the books: {}", error.what());
                reply(out_of_order("the head office can not read its books"));
            }
        });
    };
    co_return co_await asio::async_initiate<const asio::use_awaitable_t<>, void(Response)>(ask, asio::use_awaitable);
}

asio::awaitable<Response> HttpServer::Inside::answer(const Request& request)
{
    Response response{co_await answer_once(request)};
    if (response.wait_ms <= 0) co_return response;
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::milliseconds{response.wait_ms};
    while (response.wait_ms > 0 && std::chrono::steady_clock::now() < deadline && !waiting.closed()) {
        co_await waiting.until_news(response.news_after, deadline);
        response = co_await answer_once(request);
    }
    co_return response;
}

template<typename Stream>
asio::awaitable<bool> HttpServer::Inside::write(Stream& stream, Response response, unsigned version, bool keep_alive)
{
    beast::get_lowest_layer(stream).expires_after(answer_time_max);
    const auto served = served_response(std::move(response), version, keep_alive);
    const auto [error, bytes] = co_await http::async_write(stream, served, as_values);
    co_return !error && keep_alive;
}

template<typename Stream>
asio::awaitable<void> HttpServer::Inside::converse(Stream& stream, bool encrypted)
{
    beast::flat_buffer buffer;
    bool going_on{true};
    while (going_on && !waiting.closed()) {
        http::request_parser<http::string_body> parser;
        parser.body_limit(body_bytes_max);
        parser.header_limit(header_bytes_max);
        beast::get_lowest_layer(stream).expires_after(request_time_max);
        const auto [error, bytes] = co_await http::async_read(stream, buffer, parser, as_values);
        if (error) {
            auto complaint = complaint_about(error);
            if (complaint) going_on = co_await write(stream, std::move(*complaint), 11, false);
            co_return;
        }
        const unsigned version{parser.get().version()};
        const bool keep_alive{parser.keep_alive()};
        const Request request{plain_request(parser.release(), encrypted)};
        beast::get_lowest_layer(stream).expires_never(); // A long poll may outlast any request.
        ++being_answered;
        Response response{co_await answer(request)};
        if (response.status >= 500) spdlog::warn("{} {} answered {}", request.method, request.target, response.status);
        going_on = co_await write(stream, std::move(response), version, keep_alive);
        --being_answered;
    }
}

asio::awaitable<void> HttpServer::Inside::welcome(tcp::socket socket)
{
    ++open_connections;
    error_code ignored;
    socket.set_option(tcp::no_delay{true}, ignored);
    beast::tcp_stream plain{std::move(socket)};
    if (tls) {
        asio::ssl::stream<beast::tcp_stream&> secret{plain, *tls};
        plain.expires_after(answer_time_max);
        const auto [error] = co_await secret.async_handshake(asio::ssl::stream_base::server, as_values);
        if (!error) co_await converse(secret, true);
    } else {
        co_await converse(plain, false);
    }
    plain.socket().shutdown(tcp::socket::shutdown_send, ignored);
    --open_connections;
}

asio::awaitable<void> HttpServer::Inside::accept()
{
    while (true) {
        auto [error, socket] = co_await acceptor.async_accept(as_values);
        if (error == asio::error::operation_aborted) co_return;
        if (error) { // Out of file handles, most likely: let some close.
            asio::steady_timer pause{io, 100ms};
            co_await pause.async_wait(as_values);
            continue;
        }
        if (open_connections >= connections_max) continue; // Closed again; a till comes back later.
        asio::co_spawn(io, welcome(std::move(socket)), asio::detached);
    }
}

asio::awaitable<std::int64_t> HttpServer::Inside::look_up_newest()
{
    const auto ask = [this](auto handler) {
        const auto kept = std::make_shared<decltype(handler)>(std::move(handler));
        asio::post(readers, [this, kept] {
            std::int64_t newest{0};
            try {
                connections->lend([&](database::Connection& reads) { newest = house.newest(reads); });
            } catch (const std::exception& error) {
                spdlog::error("can not look for news: {}", error.what());
            }
            asio::post(io, [kept, newest] { (*kept)(newest); });
        });
    };
    using Number = void(std::int64_t);
    co_return co_await asio::async_initiate<const asio::use_awaitable_t<>, Number>(ask, asio::use_awaitable);
}

asio::awaitable<void> HttpServer::Inside::watch_for_news()
{
    while (!waiting.closed()) {
        recheck.expires_after(news_came ? 0ms : recheck_every);
        co_await recheck.async_wait(as_values); // Cut short by news().
        news_came = false;
        waiting.newest_is(co_await look_up_newest());
    }
}

asio::awaitable<void> HttpServer::Inside::end_on_signal()
{
    const auto [error, signal] = co_await signals.async_wait(as_values);
    if (!error) spdlog::info("told to end (signal {})", signal);
    co_await finish();
}

asio::awaitable<void> HttpServer::Inside::finish()
{
    if (waiting.closed()) co_return;
    acceptor.close();
    waiting.close();
    const auto deadline = std::chrono::steady_clock::now() + farewell_time_max;
    while (being_answered > 0 && std::chrono::steady_clock::now() < deadline) {
        asio::steady_timer pause{io, 10ms};
        co_await pause.async_wait(as_values);
    }
    io.stop();
}

HttpServer::HttpServer(std::unique_ptr<Inside> inside) : m_inside{std::move(inside)} {}
HttpServer::~HttpServer() = default;

namespace {

Result<tcp::endpoint> endpoint_of(asio::io_context& io, const std::string& address)
{
    const auto colon = address.rfind(':');
    const auto wrong = refuse("http.bad_address", fmt::format("'{}' is not HOST:PORT", address));
    if (colon == std::string::npos || colon == 0) return wrong;
    std::string host{address.substr(0, colon)};
    if (host.front() == '[' && host.back() == ']') host = host.substr(1, host.size() - 2);
    const auto port = whole_number(std::string_view{address}.substr(colon + 1));
    if (!port || *port < 0 || *port > 65'535) return wrong;
    error_code error;
    tcp::resolver resolver{io};
    const auto found = resolver.resolve(host, std::to_string(*port), tcp::resolver::passive, error);
    if (error || found.empty()) return refuse("http.bad_address", fmt::format("no host is called '{}'", host));
    return found.begin()->endpoint();
}

Result<void> take_address(tcp::acceptor& acceptor, const tcp::endpoint& endpoint, const std::string& address)
{
    error_code error;
    acceptor.open(endpoint.protocol(), error);
    if (!error) acceptor.set_option(asio::socket_base::reuse_address{true}, error);
    if (!error) acceptor.bind(endpoint, error);
    if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (error == asio::error::address_in_use) {
        return refuse("http.port_in_use", fmt::format("{} is in use by another program", address));
    }
    if (error) return refuse("http.cannot_listen", fmt::format("{}: {}", address, error.message()));
    return {};
}

Result<void> load_certificate(std::optional<asio::ssl::context>& tls, const ListenOptions& options)
{
    if (options.tls_cert.empty() && options.tls_key.empty()) return {};
    if (options.tls_cert.empty() || options.tls_key.empty()) {
        return refuse("http.bad_certificate", "--tls-cert and --tls-key go together");
    }
    tls.emplace(asio::ssl::context::tls_server);
    error_code error;
    tls->set_options(asio::ssl::context::no_tlsv1 | asio::ssl::context::no_tlsv1_1, error);
    tls->use_certificate_chain_file(options.tls_cert, error);
    if (error) return refuse("http.bad_certificate", fmt::format("{}: {}", options.tls_cert, error.message()));
    tls->use_private_key_file(options.tls_key, asio::ssl::context::pem, error);
    if (error) return refuse("http.bad_certificate", fmt::format("{}: {}", options.tls_key, error.message()));
    return {};
}

} // namespace

Result<std::unique_ptr<HttpServer>> HttpServer::listen(const ListenOptions& options)
{
    auto inside = std::make_unique<Inside>();
    const auto endpoint = endpoint_of(inside->io, options.address);
    if (!endpoint) return refuse(endpoint.error());
    if (auto loaded = load_certificate(inside->tls, options); !loaded) return refuse(loaded.error());
    if (auto taken = take_address(inside->acceptor, *endpoint, options.address); !taken) return refuse(taken.error());
    return std::unique_ptr<HttpServer>{new HttpServer{std::move(inside)}};
}

std::string HttpServer::url() const
{
    const auto endpoint = m_inside->acceptor.local_endpoint();
    const std::string host{endpoint.address().is_v6() ? fmt::format("[{}]", endpoint.address().to_string())
                                                      : endpoint.address().to_string()};
    return fmt::format("{}://{}:{}", m_inside->tls ? "https" : "http", host, endpoint.port());
}

void HttpServer::run(House house)
{
    Inside& inside{*m_inside};
    inside.connections.emplace(house.open_reads);
    inside.house = std::move(house);
    inside.signals.add(SIGINT);
    inside.signals.add(SIGTERM);
    asio::co_spawn(inside.io, inside.accept(), asio::detached);
    asio::co_spawn(inside.io, inside.watch_for_news(), asio::detached);
    asio::co_spawn(inside.io, inside.end_on_signal(), asio::detached);
    inside.io.run();
    inside.readers.join();
}

void HttpServer::news()
{
    asio::post(m_inside->io, [this] {
        m_inside->news_came = true;
        m_inside->recheck.cancel();
    });
}

void HttpServer::stop()
{
    asio::post(m_inside->io, [this] { asio::co_spawn(m_inside->io, m_inside->finish(), asio::detached); });
}

} // namespace guitai::office
