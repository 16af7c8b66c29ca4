// A thread that tells webhooks what they are to know. It reads through a connection of its own, writes through the one
// writer, and reaches the network through the function it is given.
#pragma once

#include "sync/office/webhooks.hpp"
#include "sync/office/writer.hpp"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

namespace guitai::office {

// Sends `body` to `url`. Refuses webhook.failed with what went wrong: no connection, or an answer that is not 2xx.
using PostWebhook =
    std::function<Result<void>(const std::string& url, const std::string& body, const std::string& signature)>;
// Over libcurl, ten seconds at most; follows no redirections.
[[nodiscard]] Result<void> post_webhook(const std::string& url, const std::string& body, const std::string& signature);

// Rung by whoever wrote something, from any thread; the caller wakes by it.
class Bell {
public:
    void ring();
    // Until it is rung, or `seconds` are over.
    void wait(int seconds);

private:
    std::mutex m_mutex;
    std::condition_variable m_rung;
    bool m_is_rung{false};
};

class WebhookCaller {
public:
    // All of these outlive the caller.
    WebhookCaller(std::function<std::unique_ptr<database::Connection>()> open_reads, Writing& writing, Bell& bell,
                  const Clock& clock, PostWebhook post);
    // Finishes the call that is under way.
    ~WebhookCaller();
    WebhookCaller(const WebhookCaller&) = delete;
    WebhookCaller& operator=(const WebhookCaller&) = delete;

private:
    void run();
    // One call to each webhook that is behind; false when there was none.
    [[nodiscard]] bool call_each(database::Connection& reads);
    void note(const WebhookCall& call, const Result<void>& told);

    std::function<std::unique_ptr<database::Connection>()> m_open_reads;
    Writing& m_writing;
    Bell& m_bell;
    const Clock& m_clock;
    PostWebhook m_post;
    std::atomic<bool> m_stopping{false};
    std::thread m_thread;
};

} // namespace guitai::office
