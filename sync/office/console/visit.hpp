// One request to the console and who sent it. Internal to the console.
#pragma once

#include "sync/office/console/console.hpp"
#include "sync/office/forms.hpp"

#include <optional>
#include <string>

namespace guitai::office {

struct Console::Visit {
    database::Connection& reads;
    const Request& request;
    const Target& target; // Its first part is "console".
    Language language{Language::chinese};
    std::optional<Session> session;
    Form form;
    std::string problem; // To be shown on the page.

    [[nodiscard]] std::string part(std::size_t index) const
    {
        return index < target.path.size() ? target.path[index] : std::string{};
    }
};

} // namespace guitai::office
