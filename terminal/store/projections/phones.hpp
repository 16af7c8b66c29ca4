// Codes by telephone: the key for them, the tries, and which requests were answered.
#pragma once

#include "sync/journal/books.hpp"
#include "terminal/store/identity.hpp"

namespace guitai {

class PhonesProjection final : public Projection {
public:
    explicit PhonesProjection(TillIdentity self) : m_self{std::move(self)} {}

    void apply(database::Connection& connection, const Event& event) override;
    [[nodiscard]] std::vector<std::string_view> tables() const override
    {
        return {"phone_keys", "phone_tries", "phone_requests"};
    }

private:
    TillIdentity m_self;
};

} // namespace guitai
