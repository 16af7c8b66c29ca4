#include "sync/client/picture_fetch.hpp"

#include "sync/client/curl_start.hpp"

#include <curl/curl.h>
#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <memory>
#include <stdexcept>
#include <utility>

namespace guitai {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t address_bytes_max{2'048};
constexpr long redirects_max{3};
// Slower than this for so long is a line on which a photograph is not worth having.
constexpr long slow_bytes_per_s{500}, slow_s{20};

struct CloseHandle {
    void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
};
struct FreeList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
struct FreeUrl {
    void operator()(CURLU* url) const { curl_url_cleanup(url); }
};
using Handle = std::unique_ptr<CURL, CloseHandle>;
using Address = std::unique_ptr<CURLU, FreeUrl>;

struct Collected {
    std::string bytes;
    std::size_t most{0};
};

std::size_t on_body(char* bytes, std::size_t size, std::size_t count, void* to)
{
    auto& collected = *static_cast<Collected*>(to);
    if (collected.bytes.size() + size * count > collected.most) return 0;
    collected.bytes.append(bytes, size * count);
    return size * count;
}

int on_progress(void* stop, curl_off_t /*down*/, curl_off_t /*down_now*/, curl_off_t /*up*/, curl_off_t /*up_now*/)
{
    return static_cast<const std::stop_token*>(stop)->stop_requested() ? 1 : 0;
}

// Null where `text` is no web address. Spaces and hanzi in it are encoded: exports have them.
Address parsed(std::string_view text)
{
    if (text.size() > address_bytes_max) return nullptr;
    const std::string whole{text};
    Address address{curl_url()};
    if (curl_url_set(address.get(), CURLUPART_URL, whole.c_str(), CURLU_URLENCODE) != CURLUE_OK) return nullptr;
    char* scheme{nullptr};
    if (curl_url_get(address.get(), CURLUPART_SCHEME, &scheme, 0) != CURLUE_OK) return nullptr;
    const std::string kind{scheme};
    curl_free(scheme);
    if (kind != "http" && kind != "https") return nullptr;
    return address;
}

// What the till's reader of pictures understands, by how a file begins. A page that says "not found" is none.
bool is_picture(std::string_view bytes)
{
    constexpr std::array<std::string_view, 3> beginnings{"\xFF\xD8\xFF", "\x89PNG\r\n", "GIF8"};
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&](std::string_view beginning) { return bytes.starts_with(beginning); });
}

void set_limits(CURL* easy, const PictureLimits& limits)
{
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L); // Signals and threads do not mix.
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(limits.connect_ms_max));
    curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, static_cast<long>(limits.whole_ms_max));
    curl_easy_setopt(easy, CURLOPT_LOW_SPEED_LIMIT, slow_bytes_per_s);
    curl_easy_setopt(easy, CURLOPT_LOW_SPEED_TIME, slow_s);
    curl_easy_setopt(easy, CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(limits.bytes_max));
    // A web address may send on to another, never to a file of this machine.
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy, CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 1L);
    curl_easy_setopt(easy, CURLOPT_MAXREDIRS, redirects_max);
    curl_easy_setopt(easy, CURLOPT_FAILONERROR, 1L);
    curl_easy_setopt(easy, CURLOPT_USERAGENT, "guitai");
}

CURLcode download(CURL* easy, const PictureLimits& limits, const std::string& text, const std::stop_token& stop,
                  Collected& collected)
{
    const Address address{parsed(text)};
    if (address == nullptr) return CURLE_URL_MALFORMAT;
    curl_easy_reset(easy); // Options go, the connection stays.
    set_limits(easy, limits);
    const std::unique_ptr<curl_slist, FreeList> headers{curl_slist_append(nullptr, "Accept: image/jpeg, image/png")};
    curl_easy_setopt(easy, CURLOPT_CURLU, address.get());
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, on_body);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, &collected);
    curl_easy_setopt(easy, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(easy, CURLOPT_XFERINFOFUNCTION, on_progress);
    curl_easy_setopt(easy, CURLOPT_XFERINFODATA, &stop);
    return curl_easy_perform(easy);
}

// The line or the machine behind it, and not this one picture.
bool is_unreachable(CURLcode code)
{
    return code == CURLE_COULDNT_RESOLVE_HOST || code == CURLE_COULDNT_CONNECT || code == CURLE_OPERATION_TIMEDOUT ||
           code == CURLE_COULDNT_RESOLVE_PROXY || code == CURLE_SSL_CONNECT_ERROR || code == CURLE_RECV_ERROR ||
           code == CURLE_SEND_ERROR || code == CURLE_GOT_NOTHING;
}

// "cdn.example.com" of an http or https address; empty for any other text, a file:// among them.
std::string picture_host(std::string_view address)
{
    const Address url{parsed(address)};
    if (url == nullptr) return {};
    char* host{nullptr};
    if (curl_url_get(url.get(), CURLUPART_HOST, &host, 0) != CURLUE_OK) return {};
    std::string name{host};
    curl_free(host);
    return name;
}

} // namespace

PictureFetch::PictureFetch(std::filesystem::path folder, const Clock& clock,
                           std::function<void(const Answer&)> answered, PictureLimits limits)
    : m_folder{std::move(folder)}, m_clock{clock}, m_answered{std::move(answered)}, m_limits{limits}
{
    start_curl_once();
    if (sodium_init() < 0) throw std::runtime_error{"libsodium does not start"};
    for (std::size_t i{0}; i < m_limits.at_once; ++i)
        m_threads.emplace_back([this](const std::stop_token& stop) { run(stop); });
}

PictureFetch::~PictureFetch()
{
    for (std::jthread& thread : m_threads) thread.request_stop();
    for (std::jthread& thread : m_threads) thread.join();
}

std::filesystem::path PictureFetch::file_of(std::string_view address) const
{
    std::array<unsigned char, 16> hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(address.data()),
                       address.size(), nullptr, 0);
    std::array<char, 2 * hash.size() + 1> hex{};
    sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
    return m_folder / (std::string{hex.data()} + ".picture");
}

bool PictureFetch::rests(const Failures& failures, std::string_view key) const
{
    const auto failed = failures.find(key);
    return failed != failures.end() && m_clock.now_ms() < failed->second.not_before_ms;
}

void PictureFetch::want(const std::string& address)
{
    const std::string host{picture_host(address)};
    if (host.empty()) return;
    const std::lock_guard lock{m_mutex};
    if (m_under_way.contains(address) || rests(m_pictures_failed, address) || rests(m_hosts_failed, host)) return;
    std::erase(m_waiting, address);
    m_waiting.push_back(address);
    if (m_waiting.size() > m_limits.waiting_max) m_waiting.pop_front();
    m_wished.notify_one();
}

void PictureFetch::remember(Failures& failures, const std::string& key, std::int64_t first_ms, std::int64_t longest_ms)
{
    Failure& failure{failures[key]};
    failure.wait_ms = failure.wait_ms == 0 ? first_ms : std::min(failure.wait_ms * 2, longest_ms);
    failure.not_before_ms = m_clock.now_ms() + failure.wait_ms;
    if (failures.size() <= m_limits.failures_max) return;
    failures.erase(std::min_element(failures.begin(), failures.end(), [](const auto& a, const auto& b) {
        return a.second.not_before_ms < b.second.not_before_ms;
    }));
}

void PictureFetch::note(const std::string& address, Outcome outcome)
{
    const std::string host{picture_host(address)};
    const std::lock_guard lock{m_mutex};
    m_under_way.erase(address);
    if (outcome == Outcome::not_reached)
        return remember(m_hosts_failed, host, m_limits.host_first_ms, m_limits.host_longest_ms);
    m_hosts_failed.erase(host);
    if (outcome == Outcome::refused)
        return remember(m_pictures_failed, address, m_limits.picture_first_ms, m_limits.picture_longest_ms);
    m_pictures_failed.erase(address);
}

// The oldest pictures go, down to nine tenths, so that a full folder is not swept for every picture.
void PictureFetch::make_room(std::int64_t bytes)
{
    struct Old {
        fs::file_time_type at;
        std::int64_t bytes;
        fs::path path;
    };
    if (m_folder_bytes >= 0 && m_folder_bytes + bytes <= m_limits.folder_bytes_max) return;
    std::vector<Old> all;
    std::int64_t sum{0};
    std::error_code error;
    // Step by step: a range-for would throw where the disk can not be read.
    for (fs::directory_iterator at{m_folder, error}; !error && at != fs::directory_iterator{}; at.increment(error)) {
        const fs::directory_entry& entry{*at};
        // Only one picture is written at a time, so a part is what a crash left.
        if (entry.path().extension() == ".part") fs::remove(entry.path(), error);
        if (entry.path().extension() != ".picture") continue;
        all.push_back({entry.last_write_time(error), static_cast<std::int64_t>(entry.file_size(error)), entry.path()});
        sum += all.back().bytes;
    }
    std::sort(all.begin(), all.end(), [](const Old& a, const Old& b) { return a.at < b.at; });
    const bool full{sum + bytes > m_limits.folder_bytes_max};
    for (const Old& old : all) {
        if (!full || sum + bytes <= m_limits.folder_bytes_max / 10 * 9) break;
        if (fs::remove(old.path, error)) sum -= old.bytes;
    }
    m_folder_bytes = sum;
}

// Whole or not at all. Why not, or nothing.
std::string PictureFetch::keep(const std::string& address, const std::string& bytes)
{
    const std::lock_guard lock{m_folder_mutex};
    std::error_code error;
    fs::create_directories(m_folder, error);
    make_room(static_cast<std::int64_t>(bytes.size()));
    const fs::path whole{file_of(address)};
    const std::string part{whole.string() + ".part"};
    const int file{::open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644)};
    if (file < 0) return "can not write " + part;
    const bool written{::write(file, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()) &&
                       ::fsync(file) == 0};
    ::close(file);
    if (!written || ::rename(part.c_str(), whole.c_str()) != 0) {
        ::unlink(part.c_str());
        return "can not write " + whole.string();
    }
    m_folder_bytes += static_cast<std::int64_t>(bytes.size());
    return {};
}

void PictureFetch::run(const std::stop_token& stop)
{
    const Handle easy{curl_easy_init()};
    if (easy == nullptr) return;
    while (true) {
        std::string address;
        {
            std::unique_lock lock{m_mutex};
            if (!m_wished.wait(lock, stop, [&] { return !m_waiting.empty(); })) return;
            address = std::move(m_waiting.back());
            m_waiting.pop_back();
            // Since it was wished for, its host may have proved to be away.
            if (rests(m_hosts_failed, picture_host(address))) continue;
            m_under_way.insert(address);
        }
        Answer answer{address, false, {}};
        std::error_code error;
        if (fs::exists(file_of(address), error)) {
            note(address, Outcome::arrived);
            continue;
        }
        Collected collected{{}, static_cast<std::size_t>(m_limits.bytes_max)};
        const CURLcode code{download(easy.get(), m_limits, address, stop, collected)};
        if (stop.stop_requested()) return;
        if (code != CURLE_OK)
            answer.why = curl_easy_strerror(code);
        else if (!is_picture(collected.bytes))
            answer.why = "what came is neither JPEG, PNG nor GIF";
        else
            answer.why = keep(address, collected.bytes);
        answer.arrived = answer.why.empty();
        const Outcome failed{is_unreachable(code) ? Outcome::not_reached : Outcome::refused};
        note(address, answer.arrived ? Outcome::arrived : failed);
        m_answered(answer);
    }
}

} // namespace guitai
