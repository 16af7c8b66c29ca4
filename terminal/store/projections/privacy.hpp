// The members' own keys to their files, and who was at them.
#pragma once

#include "sync/journal/books.hpp"
#include "terminal/store/identity.hpp"

namespace guitai {

class PrivacyProjection final : public Projection {
public:
    explicit PrivacyProjection(TillIdentity self) : m_self{std::move(self)} {}

    void apply(database::Connection& connection, const Event& event) override;
    [[nodiscard]] std::vector<std::string_view> tables() const override
    {
        return {"passwords", "password_tries", "file_accesses", "privacy_wishes"};
    }

private:
    TillIdentity m_self;
};

} // namespace guitai
