// The manner of all projections of the head office: what is at fault by itself
// is left alone, here and nowhere else, so that each of them reads sound events only.
#pragma once

#include "sync/journal/books.hpp"
#include "sync/office/content.hpp"

namespace guitai::office {

class OfficeProjection : public Projection {
public:
    void apply(database::Connection& connection, const Event& event) final
    {
        if (!fault_of(event)) fold(connection, event);
    }

private:
    virtual void fold(database::Connection& connection, const Event& event) = 0;
};

} // namespace guitai::office
