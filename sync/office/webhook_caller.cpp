#include "sync/office/webhook_caller.hpp"

#include <spdlog/spdlog.h>

#include <chrono>
#include <future>

namespace guitai::office {

void Bell::ring()
{
    {
        const std::lock_guard lock{m_mutex};
        m_is_rung = true;
    }
    m_rung.notify_all();
}

void Bell::wait(int seconds)
{
    std::unique_lock lock{m_mutex};
    m_rung.wait_for(lock, std::chrono::seconds{seconds}, [this] { return m_is_rung; });
    m_is_rung = false;
}

WebhookCaller::WebhookCaller(std::function<std::unique_ptr<database::Connection>()> open_reads, Writing& writing,
                             Bell& bell, const Clock& clock, PostWebhook post)
    : m_open_reads{std::move(open_reads)}, m_writing{writing}, m_bell{bell}, m_clock{clock}, m_post{std::move(post)},
      m_thread{[this] { run(); }}
{
}

WebhookCaller::~WebhookCaller()
{
    m_stopping = true;
    m_bell.ring();
    m_thread.join();
}

void WebhookCaller::run()
{
    constexpr int look_again_s{1}; // For one that is to be tried again.
    std::unique_ptr<database::Connection> reads;
    while (!m_stopping) {
        bool any{false};
        try {
            if (!reads) reads = m_open_reads();
            any = call_each(*reads);
        } catch (const std::exception& broken) {
            spdlog::warn("webhooks wait: {}", broken.what());
            reads.reset();
        }
        if (!any) m_bell.wait(look_again_s);
    }
}

bool WebhookCaller::call_each(database::Connection& reads)
{
    bool any{false};
    for (const Webhook& webhook : all_webhooks(reads)) {
        const auto call = next_call(reads, webhook, m_clock.now_ms());
        if (!call) continue;
        any = true;
        note(*call, call->body.empty()
                        ? Result<void>{}
                        : m_post(call->url, call->body, signature_of(reads, *call, m_clock.now_ms())));
    }
    return any;
}

// Waits until it is written: the next look must not find the same again.
void WebhookCaller::note(const WebhookCall& call, const Result<void>& told)
{
    const auto written = std::make_shared<std::promise<void>>();
    m_writing.submit(
        [call, told, written](Office& office, const database::Transaction& open) -> Writing::Told {
            if (told) note_told(office, open, call);
            else note_failed(office, open, call, told.error().detail);
            return [written] { written->set_value(); };
        },
        [written](const std::string&) { written->set_value(); });
    written->get_future().wait();
}

} // namespace guitai::office
