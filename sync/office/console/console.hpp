// The pages for people at the head office: sign-in and the areas. Reads the
// projections, decides through the same functions as the API, escapes everything.
#pragma once

#include "sync/events/time.hpp"
#include "sync/office/api.hpp"
#include "sync/office/console/pace.hpp"
#include "sync/office/console/pages.hpp"
#include "sync/office/console/renderer.hpp"
#include "sync/office/console/sessions.hpp"

#include <string>

namespace guitai::office {

class Console final : public Pages {
public:
    // All outlive the console.
    Console(const Renderer& renderer, Writing& writing, const Clock& clock)
        : m_renderer{renderer}, m_writing{writing}, m_clock{clock}
    {
    }

    void handle(database::Connection& reads, const Request& request, const Target& target, Reply reply) override;

private:
    struct Visit;

    [[nodiscard]] Response answer(Visit& visit);
    [[nodiscard]] Response sign_in(Visit& visit);
    [[nodiscard]] Response sign_out(Visit& visit);
    [[nodiscard]] Response area(Visit& visit);
    [[nodiscard]] Response act(Visit& visit);
    [[nodiscard]] Response decide(Visit& visit);
    [[nodiscard]] Response decide_many(Visit& visit);
    [[nodiscard]] Response scan_to_pack(Visit& visit);
    [[nodiscard]] Response change_staff(Visit& visit);
    [[nodiscard]] Response judge_catalogue(Visit& visit);
    [[nodiscard]] Response drop_catalogue(Visit& visit);
    [[nodiscard]] Response finish_photos(Visit& visit);
    [[nodiscard]] Response offer(Visit& visit);
    [[nodiscard]] Response put_in_force(Visit& visit);
    [[nodiscard]] Response answer_phone(Visit& visit);
    [[nodiscard]] Response serve_member(Visit& visit);
    [[nodiscard]] Response withdraw(Visit& visit, const MemberId& member);
    [[nodiscard]] Response tie(Visit& visit, const MemberId& kept, const MemberId& merged);
    [[nodiscard]] Response correct(Visit& visit, const MemberId& member);
    [[nodiscard]] Response serve_complaint(Visit& visit);
    [[nodiscard]] Response take_complaint(Visit& visit);
    [[nodiscard]] Response serve_privacy(Visit& visit);
    [[nodiscard]] Response hand_out_copy(Visit& visit, const MemberId& member);
    // False where it could not be written down who is about to read: then nobody reads.
    [[nodiscard]] bool note_reader(const Visit& visit);
    [[nodiscard]] PageMaker maker_for(const Visit& visit) const;
    // How much of an area somebody should look at now.
    [[nodiscard]] std::int64_t count_to_check(const Visit& visit, Area area) const;
    [[nodiscard]] Response asset(const std::string& name) const;
    [[nodiscard]] Response show(const Visit& visit, const std::string& page, PageData data, int status = 200) const;
    [[nodiscard]] Response sorry(const Visit& visit, std::string_view key, int status) const;

    const Renderer& m_renderer;
    Writing& m_writing;
    const Clock& m_clock;
    Pace m_pace;
};

} // namespace guitai::office
