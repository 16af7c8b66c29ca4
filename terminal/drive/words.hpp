// The words that a line may begin with, each turned into a command and answered.
#pragma once

#include "sync/events/result.hpp"
#include "terminal/app/till.hpp"
#include "terminal/drive/drive.hpp"
#include "terminal/drive/fields.hpp"
#include "terminal/drive/json_text.hpp"

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

// Split by what they are about, to be found by handler_of().
[[nodiscard]] Handler selling_handler(std::string_view word);
[[nodiscard]] Handler points_handler(std::string_view word);
[[nodiscard]] Handler value_handler(std::string_view word);
[[nodiscard]] Handler card_handler(std::string_view word);
[[nodiscard]] Handler trade_handler(std::string_view word);
[[nodiscard]] Handler counter_handler(std::string_view word);
[[nodiscard]] Handler order_handler(std::string_view word);
[[nodiscard]] Handler shift_handler(std::string_view word);
[[nodiscard]] Handler device_handler(std::string_view word);

} // namespace guitai::drive
