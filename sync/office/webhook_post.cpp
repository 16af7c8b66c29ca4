#include "sync/office/webhook_caller.hpp"

#include <curl/curl.h>
#include <fmt/format.h>

#include <memory>

namespace guitai::office {
namespace {

constexpr long connect_timeout_ms{3'000};
constexpr long whole_timeout_ms{10'000};

struct FreeHandle {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct FreeList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

// What they answer is nobody's business but its status.
std::size_t drop(char*, std::size_t size, std::size_t count, void*) { return size * count; }

bool has_started()
{
    static const CURLcode started{curl_global_init(CURL_GLOBAL_DEFAULT)};
    return started == CURLE_OK;
}

} // namespace

Result<void> post_webhook(const std::string& url, const std::string& body, const std::string& signature)
{
    const std::unique_ptr<CURL, FreeHandle> handle{has_started() ? curl_easy_init() : nullptr};
    if (!handle) return refuse("webhook.failed", "libcurl does not start");
    std::unique_ptr<curl_slist, FreeList> headers;
    for (const std::string& line : {std::string{"Content-Type: application/json"}, std::string{"Expect:"},
                                    "X-Guitai-Signature: " + signature}) {
        headers.reset(curl_slist_append(headers.release(), line.c_str()));
    }
    CURL* const easy{handle.get()};
    curl_easy_setopt(easy, CURLOPT_URL, url.c_str());
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, connect_timeout_ms);
    curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, whole_timeout_ms);
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(easy, CURLOPT_POSTFIELDS, body.c_str());
    curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, drop);
    if (const CURLcode code{curl_easy_perform(easy)}; code != CURLE_OK) {
        return refuse("webhook.failed", curl_easy_strerror(code));
    }
    long status{0};
    curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
    constexpr long ok_from{200};
    constexpr long ok_to{299};
    if (status < ok_from || status > ok_to) return refuse("webhook.failed", fmt::format("answered {}", status));
    return {};
}

} // namespace guitai::office
