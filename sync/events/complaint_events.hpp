// What a member complains of, and what she was promised at once: a call, a result, a visit, and a case filed for
// others to learn from. By when each is due stands in complaint.hpp.
#pragma once

#include "sync/events/field.hpp"
#include "sync/events/ids.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace guitai {

enum class ComplaintMatter { goods, service, delivery, price, other };
template<>
struct Words<ComplaintMatter> {
    static constexpr std::array<std::pair<ComplaintMatter, std::string_view>, 5> all{{
        {ComplaintMatter::goods, "goods"},
        {ComplaintMatter::service, "service"},
        {ComplaintMatter::delivery, "delivery"},
        {ComplaintMatter::price, "price"},
        {ComplaintMatter::other, "other"},
    }};
};

// In the order in which they fall due.
enum class ComplaintDuty { call, result, visit, archive };
template<>
struct Words<ComplaintDuty> {
    static constexpr std::array<std::pair<ComplaintDuty, std::string_view>, 4> all{{
        {ComplaintDuty::call, "call"},       // She is called and told how it goes.
        {ComplaintDuty::result, "result"},   // She has the result in writing.
        {ComplaintDuty::visit, "visit"},     // Somebody was at her door, or she wants nobody there.
        {ComplaintDuty::archive, "archive"}, // The case is closed, and written down for others.
    }};
};

struct Complaint {
    ComplaintId complaint;
    ComplaintMatter matter{ComplaintMatter::goods};
    std::string about; // In the shop's words.
    Sku sku;           // What it is about; empty: nothing that was bought.
    std::int64_t opened_at_ms{0};
    PlaceCode store;   // Whose it is to see to; empty: the head office's.
    StaffName staff;   // Who took it, and owns it.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("complaint", &Complaint::complaint),
                     field("matter", &Complaint::matter),
                     field("about", &Complaint::about),
                     field("sku", &Complaint::sku),
                     field("opened_at_ms", &Complaint::opened_at_ms),
                     field("store", &Complaint::store),
                     field("staff", &Complaint::staff));
    }

    bool operator==(const Complaint&) const = default;
};

// That a duty was done: what was said or found.
struct ComplaintAnswer {
    ComplaintDuty duty{ComplaintDuty::call};
    std::string words;
    std::int64_t at_ms{0};
    PlaceCode store; // Empty: the head office.
    StaffName staff;

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("duty", &ComplaintAnswer::duty),
                     field("words", &ComplaintAnswer::words),
                     field("at_ms", &ComplaintAnswer::at_ms),
                     field("store", &ComplaintAnswer::store),
                     field("staff", &ComplaintAnswer::staff));
    }

    bool operator==(const ComplaintAnswer&) const = default;
};

// Up: at a counter.
struct ComplaintOpened {
    static constexpr std::string_view kind{"complaint_opened"};

    MemberId member;
    Complaint complaint;

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("member", &ComplaintOpened::member), field("complaint", &ComplaintOpened::complaint));
    }

    bool operator==(const ComplaintOpened&) const = default;
};

// Up: at a counter.
struct ComplaintAnswered {
    static constexpr std::string_view kind{"complaint_answered"};

    MemberId member;
    ComplaintId complaint;
    ComplaintAnswer answer;

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("member", &ComplaintAnswered::member),
                     field("complaint", &ComplaintAnswered::complaint),
                     field("answer", &ComplaintAnswered::answer));
    }

    bool operator==(const ComplaintAnswered&) const = default;
};

// Down: the same for every till, said at a counter or to the head office itself.
struct ComplaintTold {
    static constexpr std::string_view kind{"complaint_told"};

    MemberId member;
    Complaint complaint;
    std::int64_t source_origin{0};
    std::int64_t source_number{0};

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("member", &ComplaintTold::member),
                     field("complaint", &ComplaintTold::complaint),
                     field("source_origin", &ComplaintTold::source_origin),
                     field("source_number", &ComplaintTold::source_number));
    }

    bool operator==(const ComplaintTold&) const = default;
};

// Down: what was done for her, at a counter or by the head office itself.
struct ComplaintAnswerTold {
    static constexpr std::string_view kind{"complaint_answer_told"};

    MemberId member;
    ComplaintId complaint;
    ComplaintAnswer answer;
    std::int64_t source_origin{0};
    std::int64_t source_number{0};

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("member", &ComplaintAnswerTold::member),
                     field("complaint", &ComplaintAnswerTold::complaint),
                     field("answer", &ComplaintAnswerTold::answer),
                     field("source_origin", &ComplaintAnswerTold::source_origin),
                     field("source_number", &ComplaintAnswerTold::source_number));
    }

    bool operator==(const ComplaintAnswerTold&) const = default;
};

} // namespace guitai
