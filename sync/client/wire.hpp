// How a till reaches its head office: one request, one answer. The real one is
// libcurl; the simulator's loses, doubles and delays.
#pragma once

#include "sync/events/result.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace guitai {

struct WireRequest {
    std::string method{"GET"};
    std::string target; // "/v1/feed?after=12&wait=0"
    std::string body{};
    std::vector<std::pair<std::string, std::string>> headers{};
    std::int64_t timeout_ms{10'000}; // For the whole exchange.
};

struct WireAnswer {
    int status{0};
    std::string body;
    std::string guitai_head;     // The header Guitai-Head, empty where there is none.
    std::string guitai_cursor{}; // The header Guitai-Cursor, the same.
};

class Wire {
public:
    Wire() = default;
    virtual ~Wire() = default;
    Wire(const Wire&) = delete;
    Wire& operator=(const Wire&) = delete;

    // Any status is an answer. Refuses `wire.unreachable` (no line, no such host, refused, cut off),
    // `wire.timeout` and `wire.bad_certificate`. Blocks up to the timeout.
    [[nodiscard]] virtual Result<WireAnswer> send(const WireRequest& request) = 0;
};

} // namespace guitai
