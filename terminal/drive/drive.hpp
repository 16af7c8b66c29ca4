// The till without a screen: one JSON object a line in, one a line out, in
// order. Every word makes the same command that a screen pushes and passes the
// same checks. Outside input is never believed and never ends the program.
#pragma once

#include "sync/events/result.hpp"
#include "terminal/app/till.hpp"

#include <cstdint>
#include <exception>
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>

namespace guitai {

// What the driver needs from the program around it.
struct DriveHooks {
    // What a person is told, in the language that was chosen.
    std::function<std::string(const Refusal&)> message_of{};
    // Syncs now, for at most that long. An office that is out of reach is no refusal.
    std::function<Result<void>(std::int64_t timeout_ms)> sync_now{};
    // Hands the till what devices said meanwhile, and waits until it is enough, at most that long.
    std::function<void(std::int64_t timeout_ms, const std::function<bool()>& is_enough)> hear{};
    // The machine failed under a command: the refusal that says so. Not set: machine.failed.
    std::function<Refusal(const std::exception&)> refusal_of{};
};

class Drive {
public:
    Drive(Till& till, DriveHooks hooks) : m_till{till}, m_hooks{std::move(hooks)} {}

    // The answer to one line, without a line break: {"ok":true,…} or
    // {"ok":false,"code":…,"message":…}. Never throws for what stands in the line.
    [[nodiscard]] std::string answer(std::string_view line);

private:
    [[nodiscard]] std::string refused(const Refusal& refusal) const;

    Till& m_till;
    DriveHooks m_hooks;
};

// Answers every line of `in` until it ends; each answer is out before the next
// line is read. Gives the exit code of the program: 0, or 1 where `out` broke.
int drive_lines(std::istream& in, std::ostream& out, Drive& drive);

} // namespace guitai
