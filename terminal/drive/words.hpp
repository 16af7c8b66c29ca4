// The words that a line may begin with, each turned into a command and answered.
#pragma once

#include "sync/events/result.hpp"
#include "terminal/app/till.hpp"
#include "terminal/drive/drive.hpp"
#include "terminal/drive/fields.hpp"
#include "terminal/drive/json_text.hpp"

#include <string>
#include <string_view>

namespace guitai::drive {

struct Request {
    Till& till;
    const DriveHooks& hooks;
    Fields fields;
};

// What the answer holds beside "ok".
using Answer = Result<JsonObject>;
using Handler = Answer (*)(Request& request);

// Null: not a word of this till.
[[nodiscard]] Handler handler_of(std::string_view word);

// The command, unless a field was bad: refuses drive.bad_field (detail: its name)
// and whatever the till refuses.
[[nodiscard]] Result<void> act(Request& request, const Command& command);

// The same, answered with the ticket as it stands then.
[[nodiscard]] Answer on_ticket(Request& request, const Command& command);

// "card", "member" or "phone": by which of them the line names a customer.
[[nodiscard]] const char* customer_field(const Fields& fields);

// How it is paid. Refuses pay.unknown_tender.
template<typename Command>
[[nodiscard]] Result<void> read_offer(Fields& fields, Command& command)
{
    const std::string word{fields.text_or("tender", "cash")};
    if (fields.bad().empty() && !read_word(word, command.tender)) return refuse("pay.unknown_tender", word);
    command.given = fields.money_or("given_minor", {});
    command.reference = fields.text_or("reference", "");
    return {};
}

// What is taken over the counter without a ticket. Refuses as above.
template<typename Command>
[[nodiscard]] Result<void> read_payment(Fields& fields, Command& command)
{
    command.amount = fields.money("amount_minor");
    return read_offer(fields, command);
}

// Split by what they are about, to be found by handler_of().
[[nodiscard]] Handler selling_handler(std::string_view word);
[[nodiscard]] Handler member_handler(std::string_view word);
[[nodiscard]] Handler points_handler(std::string_view word);
[[nodiscard]] Handler value_handler(std::string_view word);
[[nodiscard]] Handler club_handler(std::string_view word);
[[nodiscard]] Handler card_handler(std::string_view word);
[[nodiscard]] Handler trade_handler(std::string_view word);
[[nodiscard]] Handler counter_handler(std::string_view word);
[[nodiscard]] Handler order_handler(std::string_view word);
[[nodiscard]] Handler shift_handler(std::string_view word);
[[nodiscard]] Handler device_handler(std::string_view word);

} // namespace guitai::drive
