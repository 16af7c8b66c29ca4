// The wire over libcurl: one keep-alive connection to one head office. Used by
// one thread at a time.
#pragma once

#include "sync/client/wire.hpp"

#include <atomic>
#include <chrono>
#include <memory>
#include <optional>
#include <string>

namespace guitai {

class HttpWire final : public Wire {
public:
    // `base_url` is http://HOST:PORT or https://…; a trailing slash does not matter.
    // `trusted` is a file of certificates (PEM) that stand in for those of this machine; empty: these.
    explicit HttpWire(std::string base_url, std::string trusted = {});
    ~HttpWire() override;

    [[nodiscard]] Result<WireAnswer> send(const WireRequest& request) override;

    // No exchange that begins from now on lasts beyond `end`; but each has 300 ms.
    void end_by(std::chrono::steady_clock::time_point end) { m_end = end; }

    // From any thread: what is under way ends soon, refused as unreachable, and so does all that follows.
    void stop() { m_stopped = true; }

private:
    [[nodiscard]] std::chrono::milliseconds patience(const WireRequest& request) const;

    struct Handle;
    std::unique_ptr<Handle> m_handle;
    std::string m_base_url;
    std::string m_trusted;
    std::optional<std::chrono::steady_clock::time_point> m_end;
    std::atomic<bool> m_stopped{false};
};

// "http://127.0.0.1:8480" as it should be, or the refusal `enrol.bad_url`.
[[nodiscard]] Result<std::string> checked_url(const std::string& url);

} // namespace guitai
