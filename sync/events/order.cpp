#include "sync/events/order.hpp"

#include <fmt/format.h>

#include <optional>

namespace guitai {
namespace {

using S = OrderState;
constexpr std::optional<S> no{};

constexpr std::size_t state_count{Words<OrderState>::all.size()};
constexpr std::size_t step_count{Words<OrderStep>::all.size()};

// Rows in the order of OrderState, columns in the order of OrderStep. Asking is
// allowed wherever an answer still makes sense, so a question that crosses the
// carrier on the way is answered and not lost.
constexpr std::array<std::array<std::optional<S>, step_count>, state_count> table{{
    // accept, decline, ship, arrive, collect, deliver, ask_cancel, cancel, refund, change_address
    {S::accepted, S::declined, no, no, no, no, S::captured, S::cancelled, no, S::captured},     // captured
    {no, S::declined, S::shipped, no, no, no, S::accepted, S::cancelled, no, S::accepted},      // accepted
    {no, no, no, no, no, no, no, no, S::refunded, no},                                          // declined
    {no, no, no, S::arrived, no, S::delivered, S::shipped, no, no, no},                         // shipped
    {no, no, no, no, S::delivered, no, S::arrived, no, no, no},                                 // arrived
    {no, no, no, no, no, no, no, no, no, no},                                                   // delivered
    {no, no, no, no, no, no, no, no, S::refunded, no},                                          // cancelled
    {no, no, no, no, no, no, no, no, no, no},                                                   // refunded
}};

} // namespace

Result<OrderState> after(OrderState state, OrderStep step)
{
    const auto& next = table[static_cast<std::size_t>(state)][static_cast<std::size_t>(step)];
    if (next) return *next;
    return refuse("order.wrong_state", fmt::format("{} is not possible when {}", word_of(step), word_of(state)));
}

namespace {

// Without the padding of the last column.
std::string row_of(const std::string& line) { return line.substr(0, line.find_last_not_of(' ') + 1) + '\n'; }

} // namespace

std::string order_matrix()
{
    std::string head{fmt::format("{:<11}", "")};
    for (const auto& [step, word] : Words<OrderStep>::all) head += fmt::format(" {:<14}", word);
    std::string text{row_of(head)};
    for (const auto& [state, state_word] : Words<OrderState>::all) {
        std::string line{fmt::format("{:<11}", state_word)};
        for (const auto& [step, word] : Words<OrderStep>::all) {
            const auto next = after(state, step);
            line += fmt::format(" {:<14}", next ? word_of(*next) : "-");
        }
        text += row_of(line);
    }
    return text;
}

} // namespace guitai
