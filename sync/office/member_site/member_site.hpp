// A member's own pages, for her phone: what the display at the counter shows her, from anywhere. Points, lots, coupons,
// orders and their course, what she agreed to, who looked at her file; and what is hers to change.
#pragma once

#include "sync/events/time.hpp"
#include "sync/office/api.hpp"
#include "sync/office/console/renderer.hpp"
#include "sync/office/member_site/member_sessions.hpp"

#include <string>

namespace guitai::office {

class MemberSite final : public Pages {
public:
    // All outlive the site.
    MemberSite(const Renderer& renderer, Writing& writing, const Clock& clock)
        : m_renderer{renderer}, m_writing{writing}, m_clock{clock}
    {
    }

    void handle(database::Connection& reads, const Request& request, const Target& target, Reply reply) override;

private:
    struct Visit;

    [[nodiscard]] Response answer(Visit& visit);
    [[nodiscard]] Response act(Visit& visit);
    [[nodiscard]] Response sign_in(Visit& visit);
    [[nodiscard]] Response sign_out(Visit& visit);
    [[nodiscard]] Response consent(Visit& visit);
    [[nodiscard]] Response password(Visit& visit);
    [[nodiscard]] Response ask(Visit& visit);
    [[nodiscard]] Response address(Visit& visit);
    // /my/L/<question>: what a till asks her phone to fetch …
    [[nodiscard]] Response lease_page(const Visit& visit) const;
    // … and POST /my/lease: the code that she shows the till.
    [[nodiscard]] Response lease(Visit& visit);
    [[nodiscard]] Response her_page(const Visit& visit) const;
    [[nodiscard]] Response show(const Visit& visit, const std::string& page, PageData data, int status = 200) const;
    // To her page, with a word of what was done, or why it was not.
    [[nodiscard]] Response back(std::string_view query) const;
    [[nodiscard]] Response refused(const Refusal& why) const;
    [[nodiscard]] Result<MemberId> recognise(Visit& visit, const std::string& who, const std::string& password);

    const Renderer& m_renderer;
    Writing& m_writing;
    const Clock& m_clock;
};

} // namespace guitai::office
