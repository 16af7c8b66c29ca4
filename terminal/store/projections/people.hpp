// Places, the people who work there, and their tries at the PIN pad.
#pragma once

#include "sync/journal/books.hpp"

namespace guitai {

class PeopleProjection final : public Projection {
public:
    void apply(database::Connection& connection, const Event& event) override;
    [[nodiscard]] std::vector<std::string_view> tables() const override
    {
        return {"places", "staff", "sign_in_tries"};
    }
};

} // namespace guitai
