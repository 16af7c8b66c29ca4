#include "sync/client/http.hpp"

#include "sync/client/curl_start.hpp"
#include "sync/journal/deflate.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string_view>

namespace guitai {
namespace {

constexpr std::size_t answer_bytes_max{16'000'000}; // A feed answer is 256 KB; more is no office.
constexpr long connect_timeout_ms{3'000};
constexpr std::chrono::milliseconds least_patience{300};

struct Collected {
    std::string body;
    std::string head;
    std::string cursor;
};

std::size_t on_body(char* bytes, std::size_t size, std::size_t count, void* to)
{
    auto& body = static_cast<Collected*>(to)->body;
    if (body.size() + size * count > answer_bytes_max) return 0;
    body.append(bytes, size * count);
    return size * count;
}

// What stands after `name` in a line of the header; nothing where it is another one.
std::optional<std::string_view> value_of(std::string_view line, std::string_view name)
{
    if (line.size() <= name.size() || curl_strnequal(line.data(), name.data(), name.size()) == 0) return std::nullopt;
    line.remove_prefix(name.size());
    while (!line.empty() && line.front() == ' ') line.remove_prefix(1);
    while (!line.empty() && (line.back() == '\r' || line.back() == '\n')) line.remove_suffix(1);
    return line;
}

std::size_t on_header(char* bytes, std::size_t size, std::size_t count, void* to)
{
    auto& collected = *static_cast<Collected*>(to);
    const std::string_view line{bytes, size * count};
    if (const auto head = value_of(line, "guitai-head:")) collected.head = *head;
    if (const auto cursor = value_of(line, "guitai-cursor:")) collected.cursor = *cursor;
    return size * count;
}

int on_progress(void* stopped, curl_off_t /*down*/, curl_off_t /*down_now*/, curl_off_t /*up*/, curl_off_t /*up_now*/)
{
    return static_cast<std::atomic<bool>*>(stopped)->load() ? 1 : 0;
}

struct FreeList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using HeaderList = std::unique_ptr<curl_slist, FreeList>;

bool is_long(const WireRequest& request)
{
    return request.body.size() > deflate_from_bytes;
}

HeaderList header_list(const WireRequest& request)
{
    HeaderList list;
    const auto add = [&](const std::string& line) { list.reset(curl_slist_append(list.release(), line.c_str())); };
    add("Expect:"); // A round trip saved: the office always wants the body.
    add("Content-Type: application/json");
    for (const auto& [name, value] : request.headers) add(name + ": " + value);
    if (is_long(request)) add("Content-Encoding: deflate");
    return list;
}

// `told` is what libcurl says about this very exchange, which may be nothing.
Refusal refusal_of(CURLcode code, const std::string& told)
{
    const std::string detail{told.empty() ? curl_easy_strerror(code) : told};
    switch (code) {
    case CURLE_OPERATION_TIMEDOUT: return {"wire.timeout", detail};
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE: return {"wire.bad_certificate", detail};
    case CURLE_SSL_CONNECT_ERROR: // Somebody is there who does not speak TLS.
    case CURLE_BAD_CONTENT_ENCODING:
    case CURLE_WRITE_ERROR:
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_UNSUPPORTED_PROTOCOL: return {"wire.not_an_office", detail};
    default: return {"wire.unreachable", detail};
    }
}

} // namespace

void start_curl_once()
{
    static const CURLcode started{curl_global_init(CURL_GLOBAL_DEFAULT)};
    if (started != CURLE_OK) throw std::runtime_error{"libcurl does not start"};
}

struct HttpWire::Handle {
    CURL* easy{nullptr};
    ~Handle() { curl_easy_cleanup(easy); }
};

HttpWire::HttpWire(std::string base_url, std::string trusted)
    : m_handle{std::make_unique<Handle>()}, m_base_url{std::move(base_url)}, m_trusted{std::move(trusted)}
{
    start_curl_once();
    m_handle->easy = curl_easy_init();
    if (m_handle->easy == nullptr) throw std::runtime_error{"libcurl gives no handle"};
    while (!m_base_url.empty() && m_base_url.back() == '/') m_base_url.pop_back();
}

HttpWire::~HttpWire() = default;

std::chrono::milliseconds HttpWire::patience(const WireRequest& request) const
{
    using std::chrono::milliseconds;
    const milliseconds asked{request.timeout_ms};
    if (!m_end) return asked;
    const auto left = std::chrono::duration_cast<milliseconds>(*m_end - std::chrono::steady_clock::now());
    return std::min(asked, std::max(left, least_patience));
}

Result<WireAnswer> HttpWire::send(const WireRequest& request)
{
    CURL* easy{m_handle->easy};
    curl_easy_reset(easy); // Options go, the connection stays.
    const std::string url{m_base_url + request.target};
    const HeaderList headers{header_list(request)};
    // What is signed is the plain body; how it travels is nobody else's business.
    const std::string folded{is_long(request) ? deflated(request.body) : std::string{}};
    const std::string& body{is_long(request) ? folded : request.body};
    Collected collected;
    curl_easy_setopt(easy, CURLOPT_URL, url.c_str());
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L); // Signals and threads do not mix.
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, connect_timeout_ms);
    curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, static_cast<long>(patience(request).count()));
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, on_body);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, &collected);
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, on_header);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, &collected);
    curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "deflate");
    curl_easy_setopt(easy, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(easy, CURLOPT_XFERINFOFUNCTION, on_progress);
    curl_easy_setopt(easy, CURLOPT_XFERINFODATA, &m_stopped);
    std::array<char, CURL_ERROR_SIZE> told{};
    curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, told.data());
    if (!m_trusted.empty()) curl_easy_setopt(easy, CURLOPT_CAINFO, m_trusted.c_str());
    if (request.method == "POST") {
        curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
        curl_easy_setopt(easy, CURLOPT_POSTFIELDS, body.data());
    }
    const CURLcode code{curl_easy_perform(easy)};
    curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, nullptr); // It ends with this call.
    if (code != CURLE_OK) return refuse(refusal_of(code, told.data()));
    long status{0};
    curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
    return WireAnswer{static_cast<int>(status), std::move(collected.body), std::move(collected.head),
                      std::move(collected.cursor)};
}

Result<std::string> checked_url(const std::string& url)
{
    start_curl_once();
    const std::unique_ptr<CURLU, decltype(&curl_url_cleanup)> parsed{curl_url(), &curl_url_cleanup};
    const bool is_http{url.rfind("http://", 0) == 0 || url.rfind("https://", 0) == 0};
    if (!is_http || curl_url_set(parsed.get(), CURLUPART_URL, url.c_str(), 0) != CURLUE_OK) {
        return refuse("enrol.bad_url", url + " is no address of a head office; it begins with http:// or https://");
    }
    std::string clean{url};
    while (clean.back() == '/') clean.pop_back();
    return clean;
}

} // namespace guitai
